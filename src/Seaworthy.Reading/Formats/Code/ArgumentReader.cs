using Seaworthy.Model.Declared.Code;

namespace Seaworthy.Reading.Formats.Code;

/// <summary>Splits the tokens between call brackets into arguments: <c>x</c>, Python's <c>name=x</c>, C#'s <c>name: x</c>.</summary>
internal static class ArgumentReader
{
    public static IReadOnlyList<CodeArgument> Read(TokenTrees trees, TokenRange inside)
    {
        if (inside.IsEmpty)
        {
            return [];
        }

        List<CodeArgument> arguments = [];
        foreach (var part in trees.Split(inside, ","))
        {
            var range = Trim(trees, part);
            if (!range.IsEmpty)
            {
                arguments.Add(Named(trees, range));
            }
        }

        return arguments;
    }

    private static CodeArgument Named(TokenTrees trees, TokenRange range)
    {
        // Ruby's older "to: x": ":to => x".
        if (
            trees.Language == Language.Ruby
            && range.Count > 2
            && trees.Is(range.First + 1, "=>")
            && trees.Text(range.First) is [':', ..] symbol
        )
        {
            return new CodeArgument(symbol.Trim(':', '"', '\''), new TokenRange(range.First + 2, range.End));
        }

        var isNamed =
            range.Count > 2
            && trees.IsName(range.First)
            && trees.Language switch
            {
                Language.Python or Language.CSharp when trees.Is(range.First + 1, "=") => true,
                Language.Rust or Language.Java or Language.Kotlin when trees.Is(range.First + 1, "=") => true,
                Language.CSharp or Language.Php or Language.Ruby or Language.Dart => trees.Is(range.First + 1, ":"),
                _ => false,
            };
        return isNamed
            ? new CodeArgument(trees.Text(range.First), new TokenRange(range.First + 2, range.End))
            : new CodeArgument(null, range);
    }

    // Logical lines do not end inside brackets, but a bracket that was never closed may hold ends of lines.
    private static TokenRange Trim(TokenTrees trees, TokenRange range)
    {
        while (!range.IsEmpty && trees.IsKind(range.First, TokenKind.Newline))
        {
            range = range with { First = range.First + 1 };
        }

        return range;
    }
}
