using System.Globalization;

namespace Seaworthy.Model.Declared.Code;

/// <summary>The type as which a library reads a variable; it raises an error for any other text.</summary>
/// <param name="Library">Whose words count: <c>pydantic</c>, <c>decouple</c>, <c>zod</c>, <c>env</c>…</param>
/// <remarks>
/// Sources: pydantic, "Conversion Table", "Booleans"; python-decouple, config.py (strtobool); marshmallow, fields.Boolean, which environs uses; Starlette, config.py; django-environ, "Types", where any text
/// is a boolean; zod, "Coercion"; envalid, README, "Validator types"; joi, API, "boolean", "number"; Go, strconv.ParseBool and ParseInt.
/// </remarks>
public sealed record ExpectedValue(ExpectedKind Kind, string Library)
{
    private static readonly string[] Short = ["1", "true", "0", "false"];

    private static readonly string[] OfGo = ["1", "true", "t", "0", "false", "f"];

    private static readonly string[] Words = ["1", "true", "t", "yes", "y", "on", "0", "false", "f", "no", "n", "off"];

    private static readonly string[] Infinite = ["inf", "+inf", "-inf", "infinity", "-infinity", "nan"];

    /// <summary>For a choice: the words, as they must be written.</summary>
    public IReadOnlyList<string> Choices { get; init; } = [];

    /// <summary>As a person calls it: <c>a boolean</c>.</summary>
    public string Title =>
        Kind switch
        {
            ExpectedKind.Boolean => "a boolean",
            ExpectedKind.Integer => "an integer",
            ExpectedKind.Number => "a number",
            _ => "one of " + string.Join(", ", Choices.Select(choice => $"`{choice}`")),
        };

    public bool Accepts(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Kind switch
        {
            ExpectedKind.Boolean => Library == "django-environ" || Booleans.Contains(text.Trim(), StringComparer.OrdinalIgnoreCase),
            ExpectedKind.Integer => IsInteger(text.Trim()),
            ExpectedKind.Number => IsNumber(text.Trim()),
            _ => Choices.Contains(text, StringComparer.Ordinal),
        };
    }

    private string[] Booleans =>
        Library switch
        {
            "starlette" or "joi" => Short,
            "env" or "envconfig" => OfGo,
            _ => Words,
        };

    /// <summary><c>40</c>, <c>-1</c>, <c>1_000</c>; pydantic and the numbers of JavaScript take <c>5.0</c> too.</summary>
    private bool IsInteger(string text)
    {
        var digits = text.TrimStart('+', '-').Replace("_", "", StringComparison.Ordinal);
        return digits.Length > 0
            && (
                digits.All(char.IsAsciiDigit)
                || (
                    Library is not ("decouple" or "environs" or "django-environ" or "starlette" or "env" or "envconfig")
                    && double.TryParse(digits, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
                    && double.IsInteger(number)
                )
                || digits.StartsWith("0x", StringComparison.OrdinalIgnoreCase)
            );
    }

    private bool IsNumber(string text) =>
        double.TryParse(text.Replace("_", "", StringComparison.Ordinal), NumberStyles.Float, CultureInfo.InvariantCulture, out _)
        || text.StartsWith("0x", StringComparison.OrdinalIgnoreCase)
        || Infinite.Contains(text, StringComparer.OrdinalIgnoreCase)
        // parseFloat stops at the first letter.
        || (Library == "envalid" && text is [>= '0' and <= '9', ..]);
}
