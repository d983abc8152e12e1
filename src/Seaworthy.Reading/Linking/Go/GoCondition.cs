namespace Seaworthy.Reading.Linking.Go;

/// <summary>An expression of tags with <c>!</c>, <c>&amp;&amp;</c>, <c>||</c> and parentheses, of which some tags are neither set nor unset for certain.</summary>
internal sealed class GoCondition
{
    private const int Deepest = 50;

    private readonly List<string> words;
    private readonly Func<string, bool?> holds;
    private int at;
    private int depth;

    public GoCondition(string expression, Func<string, bool?> holds)
    {
        this.holds = holds;
        foreach (var mark in (string[])["(", ")", "!", "&&", "||"])
        {
            expression = expression.Replace(mark, $" {mark} ", StringComparison.Ordinal);
        }

        words = [.. expression.Split([' ', '\t'], StringSplitOptions.RemoveEmptyEntries)];
        Value = Any();
    }

    /// <summary>Null where it depends.</summary>
    public bool? Value { get; }

    private bool? Any()
    {
        var value = All();
        while (Take("||"))
        {
            var other = All();
            value =
                value == true || other == true ? true
                : value == false && other == false ? false
                : null;
        }

        return value;
    }

    private bool? All()
    {
        var value = One();
        while (Take("&&"))
        {
            var other = One();
            value =
                value == false || other == false ? false
                : value == true && other == true ? true
                : null;
        }

        return value;
    }

    private bool? One()
    {
        if (++depth > Deepest || at >= words.Count)
        {
            at = words.Count;
            return null;
        }

        bool? value;
        if (Take("!"))
        {
            value = !One();
        }
        else if (Take("("))
        {
            value = Any();
            Take(")");
        }
        else
        {
            value = holds(words[at++]);
        }

        depth--;
        return value;
    }

    private bool Take(string word)
    {
        if (at < words.Count && words[at] == word)
        {
            at++;
            return true;
        }

        return false;
    }
}
