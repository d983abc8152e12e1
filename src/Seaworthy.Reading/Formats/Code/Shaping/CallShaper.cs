using System.Collections.Frozen;
using Seaworthy.Model.Declared.Code;

namespace Seaworthy.Reading.Formats.Code.Shaping;

/// <summary>Finds calls, constructions, macros and element accesses by their opening brackets, and strings method chains together.</summary>
internal sealed class CallShaper(TokenTrees trees, HashSet<int> notCalls)
{
    private readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> keywords = Keywords
        .Of(trees.Language)
        .GetAlternateLookup<ReadOnlySpan<char>>();
    private readonly Dictionary<int, CodeCall> byEnd = [];

    public List<CodeCall> Calls { get; } = [];

    public List<CodeCall> Indexes { get; } = [];

    public void Shape()
    {
        for (var at = 1; at < trees.Count; at++)
        {
            if (trees[at].Kind != TokenKind.Open)
            {
                continue;
            }

            switch (trees[at].Bracket)
            {
                case Brackets.Paren when !notCalls.Contains(at):
                    AddCall(at);
                    break;
                case Brackets.Square when !notCalls.Contains(at):
                    AddIndex(at);
                    break;
                case Brackets.Brace when trees.Is(at - 1, "!") && trees.Language == Language.Rust:
                    AddCall(at);
                    break;
            }
        }
    }

    private void AddCall(int open)
    {
        var last = open - 1;
        var types = default(TokenRange);
        if (trees.Is(last, ">"))
        {
            if (TypeArgumentsBefore(last) is not { } found)
            {
                return;
            }

            types = found;
            last = types.First - 2;
            last -= trees.Is(last, "::") ? 1 : 0;
        }
        else if (
            trees.IsClose(last, Brackets.Square)
            && trees.Language == Language.Go
            && trees.IsName(trees.Before(last))
            && IsGoType(last)
        )
        {
            types = trees.Inside(trees.Partner(last));
            last = trees.Before(last);
        }

        last -= trees.Is(last, "?.") || (trees.Is(last, "!") && trees.Language == Language.TypeScript && IsValueEnd(last - 1)) ? 1 : 0;
        var isMacro = trees.Is(last, "!") && trees.Language == Language.Rust && trees.IsName(last - 1);
        last -= isMacro ? 1 : 0;
        Add(open, last, types, isMacro ? CallKind.Macro : CallKind.Call, Calls);
    }

    // JavaScript's "a\n[b]" is an access by the grammar, but in a line of its own it is nearly always an array.
    private void AddIndex(int open)
    {
        var last = open - 1;
        if (trees.Is(last, "!") && trees.Language == Language.Rust)
        {
            AddCall(open);
        }
        else if (IsValueEnd(last) && !trees[open].StartsLine)
        {
            Add(open, last, default, CallKind.Index, Indexes);
        }
        else if (trees.Is(last, "?.") || (trees.Is(last, "!") && IsValueEnd(last - 1)))
        {
            Add(open, last - 1, default, CallKind.Index, Indexes);
        }
    }

    private void Add(int open, int last, TokenRange types, CallKind kind, List<CodeCall> into)
    {
        if (
            !IsValueEnd(last)
            || (
                trees[open].StartsLine
                && trees.Language is Language.Python or Language.Go
                && trees.ParentBracket(open) is Brackets.Block or ' '
            )
        )
        {
            return;
        }

        var path = PathBefore(last, out var first, out var receiver);
        if (path is null)
        {
            return;
        }

        // "Task Run(" declares.
        if (
            trees.Language is Language.CSharp or Language.Java
            && kind == CallKind.Call
            && trees.IsName(first - 1)
            && !keywords.Contains(trees.Chars(first - 1))
        )
        {
            return;
        }

        if (kind == CallKind.Call && trees.Is(first - 1, "new"))
        {
            kind = CallKind.New;
        }

        var call = new CodeCall(trees, kind, kind == CallKind.Macro ? path + "!" : path, receiver, first, open, types);
        into.Add(call);
        byEnd[trees.Partner(open)] = call;
    }

    private bool IsValueEnd(int at) =>
        (trees.IsName(at) && (IsDot(at - 1) || !keywords.Contains(trees.Chars(at))))
        || (trees.IsKind(at, TokenKind.Close) && trees[at].Bracket is Brackets.Paren or Brackets.Square or Brackets.Template);

    /// <summary>The path that ends at a token, walking back to where it begins or to the call whose result it hangs on.</summary>
    private string? PathBefore(int last, out int first, out CodeCall? receiver)
    {
        receiver = null;
        first = last + 1;
        List<string> names = [];
        var at = last;
        for (var steps = 0; steps < 64; steps++)
        {
            if (trees.IsKind(at, TokenKind.Close))
            {
                receiver = byEnd.GetValueOrDefault(at);
                return receiver is null ? "." + Join(names) : Join(names);
            }

            if (
                !trees.IsName(at)
                || (steps > 0 && keywords.Contains(trees.Chars(at)) && !IsDot(at - 1) && trees.Text(at) is not ("import" or "new"))
            )
            {
                return names.Count == 0 ? null
                    : trees.IsKind(at, TokenKind.String) ? "." + Join(names)
                    : Join(names);
            }

            if (trees.Language != Language.Rust || !trees.Is(at, "await"))
            {
                names.Add(trees.Text(at));
            }

            first = at;
            if (!IsDot(at - 1))
            {
                return Join(names);
            }

            at = BeforeDot(at - 1);
        }

        return Join(names);
    }

    private static string Join(List<string> names)
    {
        names.Reverse();
        return string.Join('.', names);
    }

    private bool IsDot(int at) => trees.IsMemberSign(at) || trees.Is(at, "->");

    // Steps over "!" and "?" (non-null, Rust's try) and over type arguments in paths (Vec<u8>::new).
    private int BeforeDot(int dot)
    {
        var at = dot - 1;
        if ((trees.Is(at, "!") || trees.Is(at, "?")) && (trees.IsName(at - 1) || trees.IsKind(at - 1, TokenKind.Close)))
        {
            at--;
        }

        if (trees.Is(at, ">") && trees.Is(dot, "::") && TypeArgumentsBefore(at) is { } types)
        {
            at = types.First - 2;
            at -= trees.Is(at, "::") ? 1 : 0;
        }

        return at;
    }

    private bool IsGoType(int close)
    {
        var inside = trees.Inside(trees.Partner(close));
        return inside.Count == 1 && trees.IsName(inside.First) && char.IsUpper(trees.Chars(inside.First)[0]);
    }

    /// <summary>The tokens between &lt; and the &gt; given, or null when they do not look like types.</summary>
    private TokenRange? TypeArgumentsBefore(int close)
    {
        var depth = 0;
        var at = close;
        for (var steps = 0; at >= 0 && steps < 100; steps++)
        {
            if (trees.Is(at, ">"))
            {
                depth++;
            }
            else if (trees.Is(at, "<") && --depth == 0)
            {
                return new TokenRange(at + 1, close);
            }
            else if (trees.IsKind(at, TokenKind.Operator) && !IsTypeOperator(at))
            {
                break;
            }

            at = trees.Before(at);
        }

        return null;
    }

    private bool IsTypeOperator(int at) =>
        trees.Chars(at) is "." or "," or "::" or "?" or "|" or "&" or "=>" or "->" or ":" or "+" or "*" or "<" or "=" or ";" or "'";
}
