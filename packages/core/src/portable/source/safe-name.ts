const PYTHON =
  `False None True and as assert async await break class continue def del elif else except finally for from
global if import in is lambda nonlocal not or pass raise return try while with yield match case type
F jax jnp math nn np self torch float int range super units noise`.split(/\s+/);
const JAVASCRIPT =
  `arguments async await break case catch class const continue debugger default delete do else enum eval
export extends false finally for function if implements import in instanceof interface let new null package private
protected public return static super switch this throw true try typeof undefined var void while with yield tf noise`.split(
    /\s+/,
  );
const RESERVED = { python: new Set(PYTHON), javascript: new Set(JAVASCRIPT) };

/** A name that means nothing else in the language: `lambda` becomes `lambda_`. */
export function safeName(name: string, language: "python" | "javascript"): string {
  return RESERVED[language].has(name) || /^(x\d*|part_\d+)$/.test(name) ? `${name}_` : name;
}
