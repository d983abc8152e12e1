namespace Seaworthy.Reading.Linking.Kubernetes.Names;

/// <summary>A condition of a Helm template, answered from values: paths, texts, <c>not</c>, <c>and</c>, <c>or</c>, <c>eq</c>, <c>ne</c>. What holds anything else is not known.</summary>
internal sealed class HelmCondition
{
    private const int DepthLimit = 12;
    private const string Values = ".Values.";

    private readonly List<string> words;
    private readonly Func<string, string?> find;
    private int at;

    private HelmCondition(string text, Func<string, string?> find)
    {
        words = Words(text);
        this.find = find;
    }

    /// <param name="text">The condition, without <c>if</c>.</param>
    /// <param name="find">The text of a value; empty for one that is not set, null when unknown.</param>
    public static bool? Holds(string text, Func<string, string?> find)
    {
        HelmCondition condition = new(text, find);
        return condition.Call(0) is { } value && condition.at == condition.words.Count ? IsTrue(value) : null;
    }

    private static bool IsTrue(string value) => value is not ("" or "false" or "0" or "null" or "~" or "[]" or "{}");

    /// <summary>A function and its operands, or one operand alone.</summary>
    private string? Call(int depth)
    {
        if (at >= words.Count || depth > DepthLimit)
        {
            return null;
        }

        if (words[at] is not ("not" or "and" or "or" or "eq" or "ne"))
        {
            return Operand(depth);
        }

        var function = words[at++];
        List<string?> operands = [];
        while (at < words.Count && words[at] != ")")
        {
            operands.Add(Operand(depth + 1));
        }

        return function switch
        {
            "not" when operands is [{ } only] => Text(!IsTrue(only)),
            "eq" when operands is [{ } left, .. var rest] && !rest.Contains(null) => Text(rest.Contains(left)),
            "ne" when operands is [{ } left, { } right] => Text(left != right),
            "and" when operands.Exists(value => value is not null && !IsTrue(value)) => "false",
            "or" when operands.Exists(value => value is not null && IsTrue(value)) => "true",
            "and" or "or" when !operands.Contains(null) => Text(function == "and"),
            _ => null,
        };
    }

    private string? Operand(int depth)
    {
        var word = words[at++];
        if (word == "(")
        {
            var value = Call(depth + 1);
            var isWhole = at < words.Count && words[at] == ")";
            SkipToEnd();
            return isWhole ? value : null;
        }

        return word.StartsWith(Values, StringComparison.Ordinal) ? find(word[Values.Length..])
            : word is ['"', .. var text, '"'] ? text
            : word is "true" or "false" || word.All(char.IsAsciiDigit) ? word
            : null;
    }

    /// <summary>Past the parenthesis that closes this one; what was not understood stands before it.</summary>
    private void SkipToEnd()
    {
        for (var open = 1; at < words.Count; at++)
        {
            open += words[at] switch
            {
                "(" => 1,
                ")" => -1,
                _ => 0,
            };
            if (open == 0)
            {
                at++;
                return;
            }
        }
    }

    private static string Text(bool value) => value ? "true" : "false";

    private static List<string> Words(string text)
    {
        List<string> words = [];
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsWhiteSpace(text[i]))
            {
                continue;
            }

            var end = i + 1;
            if (text[i] == '"')
            {
                end = text.IndexOf('"', i + 1) is var quote and > 0 ? quote + 1 : text.Length;
            }
            else if (text[i] is not ('(' or ')' or '|'))
            {
                while (end < text.Length && !char.IsWhiteSpace(text[end]) && text[end] is not ('(' or ')' or '|' or '"'))
                {
                    end++;
                }
            }

            words.Add(text[i..end]);
            i = end - 1;
        }

        return words;
    }
}
