// Most data is sound, and to be told so it need not be copied: zod makes two objects for every value it looks at, which is four times what
// parsing costs. What a schema says is put to the value itself first; only what does not pass is given to zod, which says why.
import * as z from 'zod/mini';

type Sound = (value: unknown) => boolean;

/**
 * The same schema for values fresh from JSON.parse: `data` is the value that was given. Nothing is believed that zod would refuse, for what
 * is not understood here is an error at the first use; what is refused here zod may still take. Throws RangeError for a schema of another kind.
 */
export function quickly<T>(schema: z.ZodMiniType<T>): Pick<z.ZodMiniType<T>, 'parse' | 'safeParse'> {
  let sound: Sound | null = null;
  const isSound = (value: unknown): value is T => (sound ??= soundnessOf(schema))(value);
  return {
    safeParse: (value) => (isSound(value) ? { success: true, data: value } : schema.safeParse(value)),
    parse: (value) => (isSound(value) ? value : schema.parse(value)),
  };
}

function soundnessOf(schema: z.core.$ZodType): Sound {
  const { def } = (schema as z.core.$ZodTypes)._zod;
  if ('check' in def) throw new RangeError(`a ${def.type} with a form of its own is not understood`);
  // One in another: a list to be gone through costs more than most of what is in it.
  return (def.checks ?? []).map(passing).reduce<Sound>((before, check) => (value) => before(value) && check(value), kindOf(def));
}

function kindOf(def: z.core.$ZodTypes['_zod']['def']): Sound {
  switch (def.type) {
    case 'string':
      return (value) => typeof value === 'string';
    case 'number':
      return Number.isFinite;
    case 'boolean':
      return (value) => typeof value === 'boolean';
    case 'enum': {
      const values = new Set<unknown>(Object.values(def.entries));
      return (value) => values.has(value);
    }
    case 'literal': {
      const values = new Set<unknown>(def.values);
      return (value) => values.has(value);
    }
    case 'nullable': {
      const inner = soundnessOf(def.innerType);
      return (value) => value === null || inner(value);
    }
    // What is absent is never asked for.
    case 'optional':
      return soundnessOf(def.innerType);
    case 'array':
      return arrayOf(soundnessOf(def.element));
    case 'object':
      return objectOf(def);
    case 'record':
      return recordOf(soundnessOf(def.keyType), soundnessOf(def.valueType));
    case 'union': {
      const options = def.options.map(soundnessOf);
      return (value) => options.some((option) => option(value));
    }
    default:
      throw new RangeError(`a schema of ${def.type} is not understood`);
  }
}

function arrayOf(element: Sound): Sound {
  return (value) => {
    if (!Array.isArray(value)) return false;
    for (const item of value) if (!element(item)) return false;
    return true;
  };
}

function objectOf({ shape, catchall }: z.core.$ZodObjectDef): Sound {
  if ((catchall as z.core.$ZodTypes | undefined)?._zod.def.type !== 'never') throw new RangeError('an object that takes any key is not understood');
  const names = Object.keys(shape);
  const fields = names.map((name) => soundnessOf(shape[name] as z.core.$ZodType));
  const places = new Map(names.map((name, place) => [name, place]));
  const needed = names.map((name) => shape[name]?._zod.optin === undefined);
  const needs = needed.filter(Boolean).length;
  return (value) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
    let left = needs;
    let expected = 0;
    for (const key in value) {
      // Fields mostly come in the order of the schema.
      const place = names[expected] === key ? expected : places.get(key);
      if (place === undefined || fields[place]?.((value as Record<string, unknown>)[key]) !== true) return false;
      if (needed[place] === true) left -= 1;
      expected = place + 1;
    }
    return left === 0;
  };
}

function recordOf(name: Sound, field: Sound): Sound {
  return (value) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
    for (const key in value) if (!name(key) || !field((value as Record<string, unknown>)[key])) return false;
    return true;
  };
}

function passing(check: z.core.$ZodCheck): Sound {
  const { def } = (check as z.core.$ZodChecks | z.core.$ZodCustom)._zod;
  if (def.check === 'custom') return (value) => (def as z.core.$ZodCustomDef).fn(value) === true;
  const pattern = def.check === 'string_format' && def.format === 'regex' ? def.pattern : undefined;
  if (pattern !== undefined && !pattern.global && !pattern.sticky) return (value) => pattern.test(value as string);
  return own(check);
}

/** zod's own check, on one payload for all. What it would change, or would have to wait for, is left to zod. */
function own(of: z.core.$ZodCheck): Sound {
  const { check } = (of as z.core.$ZodCheck<unknown>)._zod;
  return (value) => {
    PAYLOAD.value = value;
    const waits = check(PAYLOAD) !== undefined;
    const passed = PAYLOAD.issues.length === 0 && !waits && PAYLOAD.value === value;
    if (!passed) PAYLOAD.issues = [];
    return passed;
  };
}
const PAYLOAD: z.core.ParsePayload = { value: null, issues: [] };
