namespace Seaworthy.Reading.Formats.GoTemplate.Yaml;

/// <summary>In which ways a text can be written as a scalar.</summary>
/// <remarks>go.yaml.in/yaml/v2, emitterc.go, yaml_emitter_analyze_scalar.</remarks>
internal sealed class GoYamlShape
{
    private bool hasBlockIndicator;
    private bool isSpecial;
    private bool breakThenSpace;
    private bool spaceThenBreak;

    private GoYamlShape(string text)
    {
        hasBlockIndicator = text.StartsWith("---", StringComparison.Ordinal) || text.StartsWith("...", StringComparison.Ordinal);
        var previous = '\0';
        for (var at = 0; at < text.Length; at++)
        {
            var current = text[at];
            hasBlockIndicator |= IsIndicator(text, at);
            isSpecial |= !IsPrintable(text, at);
            IsMultiline |= IsBreak(current);
            breakThenSpace |= current == ' ' && IsBreak(previous);
            spaceThenBreak |= IsBreak(current) && previous == ' ';
            previous = current;
        }

        var hasBlankEnd = text.Length > 0 && (text[0] == ' ' || IsBreak(text[0]) || text[^1] == ' ' || IsBreak(text[^1]));
        var isTorn = breakThenSpace || spaceThenBreak || isSpecial;
        AllowsPlain = text.Length == 0 || (!hasBlankEnd && !isTorn && !IsMultiline && !hasBlockIndicator);
        AllowsSingleQuotes = !isTorn;
        AllowsBlock = text.Length > 0 && text[^1] != ' ' && !spaceThenBreak && !isSpecial;
    }

    public bool AllowsPlain { get; }

    public bool AllowsSingleQuotes { get; }

    public bool AllowsBlock { get; }

    public bool IsMultiline { get; private set; }

    public static GoYamlShape Of(string text) => new(text);

    private static bool IsIndicator(string text, int at)
    {
        var isFollowedByBlank = at + 1 >= text.Length || text[at + 1] is ' ' or '\t' || IsBreak(text[at + 1]);
        return text[at] switch
        {
            '#' => at == 0 || text[at - 1] is ' ' or '\t' || IsBreak(text[at - 1]),
            ':' => isFollowedByBlank,
            '?' or '-' => at == 0 && isFollowedByBlank,
            ',' or '[' or ']' or '{' or '}' or '&' or '*' or '!' or '|' or '>' or '\'' or '"' or '%' or '@' or '`' => at == 0,
            _ => false,
        };
    }

    public static bool IsBreak(char character) => character is '\n' or '\r' or '\u0085' or '\u2028' or '\u2029';

    /// <summary>What lies above the first plane is escaped, as is a tab.</summary>
    public static bool IsPrintable(string text, int at) =>
        text[at]
            is '\n'
                or (>= ' ' and <= '~')
                or (>= '\u00A0' and < '\uD800')
                or (>= '\uE000' and < '\uFEFF')
                or (> '\uFEFF' and < '\uFFFE');
}
