using System.Buffers;

namespace Seaworthy.Model.Topology;

/// <summary>The path of an Ingress as ingress-nginx reads it: a regular expression that a request's path begins with.</summary>
/// <remarks>Source: ingress-nginx documentation, "Ingress Path Matching"; nginx documentation, "ngx_http_rewrite_module".</remarks>
public sealed record PathExpression(string Text)
{
    private static readonly SearchValues<char> Signs = SearchValues.Create("()[]{}*+?^$|\\");

    /// <summary>What is in the brackets that capture, in the order of their numbers: <c>$1</c> is the first.</summary>
    public IReadOnlyList<string> Groups { get; } = GroupsOf(Text);

    /// <summary>No path below it matches: it ends where it says.</summary>
    public bool EndsThere => Text.EndsWith('$') && !Text.EndsWith("\\$", StringComparison.Ordinal);

    /// <summary>How many letters of it are plain text.</summary>
    public int PlainLength => Text.AsSpan().IndexOfAny(Signs) is var end and >= 0 ? end : Text.Length;

    /// <summary>Holds signs that a plain path does not have.</summary>
    public bool HasSigns => PlainLength < Text.Length;

    /// <summary>Whether a target takes along what comes after the known part of the path.</summary>
    public bool IsCarriedBy(string target)
    {
        ArgumentNullException.ThrowIfNull(target);
        for (var at = target.IndexOf('$', StringComparison.Ordinal); at >= 0; at = target.IndexOf('$', at + 1))
        {
            var name = target.AsSpan(at + 1).TrimStart('{');

            // Any other variable of nginx may hold the path.
            if (name.IsEmpty || !char.IsAsciiDigit(name[0]) || MayHoldText(name[0] - '0'))
            {
                return true;
            }
        }

        return false;
    }

    private bool MayHoldText(int number) =>
        number == 0 || (number <= Groups.Count && Groups[number - 1].AsSpan().ContainsAny('*', '+', '{'));

    private static List<string> GroupsOf(string text)
    {
        List<OpenGroup> open = [];
        List<string> groups = [];
        var inClass = false;
        for (var at = 0; at < text.Length; at++)
        {
            switch (text[at])
            {
                case '\\':
                    at++;
                    break;
                case '[' or ']':
                    inClass = text[at] == '[';
                    break;
                case '(' when !inClass:
                    var captures = Captures(text.AsSpan(at + 1));
                    open.Add(new(at + 1, captures ? groups.Count : -1));
                    groups.AddRange(captures ? [""] : []);
                    break;
                case ')' when !inClass && open is [.., var (start, number)]:
                    open.RemoveAt(open.Count - 1);
                    if (number >= 0)
                    {
                        // A group that is itself repeated holds more than what is in it.
                        groups[number] = text[start..at] + (at + 1 < text.Length && text[at + 1] is '*' or '+' ? "*" : "");
                    }

                    break;
            }
        }

        return groups;
    }

    private static bool Captures(ReadOnlySpan<char> behind) =>
        behind is not ['?', ..] || behind is ['?', 'P', ..] or ['?', '\'', ..] || behind is ['?', '<', not ('=' or '!'), ..];

    private sealed record OpenGroup(int Start, int Number);
}
