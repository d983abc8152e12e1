using Seaworthy.Reading.Formats.Code;

namespace Seaworthy.Reading.Code.Truths;

/// <summary>How a language asks whether something is true.</summary>
internal abstract class TruthForms(CodeReading reading)
{
    // A name with more uses than this is not followed.
    private const int MostUses = 100;

    private readonly Dictionary<string, HeldUses> usesByName = new(StringComparer.Ordinal);
    private Dictionary<string, List<int>>? names;

    /// <summary>Whether <c>0</c> is false.</summary>
    public virtual bool IsZeroFalse => false;

    protected CodeReading Reading => reading;

    protected TokenTrees Trees => reading.Trees;

    /// <summary>Whether a place reads a variable by the language's own means, not by a function that may convert it.</summary>
    public abstract bool IsRead(string text);

    /// <summary>Whether the whole of an operand is asked for its truth, and nothing else is done with it.</summary>
    public abstract bool IsTested(TokenRange range);

    /// <summary>What keeps the text, when nothing else becomes of it.</summary>
    public abstract HeldText? Held(TokenRange site);

    /// <summary>What the file does with a name.</summary>
    public HeldUses UsesOf(HeldText held)
    {
        if (!usesByName.TryGetValue(held.Name, out var uses))
        {
            names ??= Names();
            usesByName.Add(held.Name, uses = Judge(held, names.GetValueOrDefault(held.Name, [])));
        }

        return uses;
    }

    /// <summary>An operand without the brackets that do nothing.</summary>
    protected TokenRange Bare(TokenRange range)
    {
        const int Most = 4;
        for (var steps = 0; steps < Most && IsPlain(range.First - 1) && Trees.Partner(range.First - 1) == range.End; steps++)
        {
            range = new TokenRange(range.First - 1, range.End + 1);
        }

        return range;
    }

    protected bool IsComparison(int at) =>
        (Trees.IsKind(at, TokenKind.Operator) || Trees.IsName(at))
        && Trees.Chars(at) is "==" or "===" or "!=" or "!==" or "in" or "is" or "<" or ">" or "<=" or ">=" or "=~" or "<=>";

    private bool IsPlain(int open) =>
        Trees.IsOpen(open, Brackets.Paren) && !Trees.IsName(open - 1) && !Trees.IsKind(open - 1, TokenKind.Close);

    private HeldUses Judge(HeldText held, List<int> tokens)
    {
        if (tokens.Count > MostUses)
        {
            return HeldUses.Other;
        }

        var (tests, others) = (0, 0);
        foreach (var at in tokens.Where(at => at != held.Token))
        {
            var first = at;
            while (Trees.IsMemberSign(first - 1) && Trees.IsName(first - 2))
            {
                first -= 2;
            }

            TokenRange use = new(first, at + 1);
            if (IsComparison(use.End) || IsComparison(use.First - 1) || IsConverted(use))
            {
                return HeldUses.Other;
            }

            (tests, others) = IsTested(use) ? (tests + 1, others) : (tests, others + 1);
        }

        return tests > 0 ? (others == 0 ? HeldUses.OnlyTests : HeldUses.Tests) : HeldUses.Unknown;
    }

    /// <summary>Given another value, asked for a method, or handed to a function that may do either.</summary>
    private bool IsConverted(TokenRange use) =>
        (Trees.Is(use.End, "=") && !Trees.IsOpen(Trees.Parent(use.First), Brackets.Paren))
        || Trees.IsMemberSign(use.End)
        || (Trees.IsOpen(use.First - 1, Brackets.Paren) && !IsTested(use) && Trees.IsName(use.First - 2));

    private Dictionary<string, List<int>> Names()
    {
        Dictionary<string, List<int>> all = new(StringComparer.Ordinal);
        for (var at = 0; at < Trees.Count; at++)
        {
            if (Trees.IsName(at))
            {
                var name = Trees.Text(at);
                if (!all.TryGetValue(name, out var places))
                {
                    all.Add(name, places = []);
                }

                places.Add(at);
            }
        }

        return all;
    }
}
