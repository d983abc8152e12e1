using Seaworthy.Reading.Formats.Code;

namespace Seaworthy.Reading.Code.Rust;

/// <summary>The modules of a file that are compiled for tests only: <c>#[cfg(test)] mod tests { … }</c>.</summary>
internal sealed class RustTests
{
    private readonly List<TokenRange> modules = [];

    public static RustTests Of(CodeSyntax syntax)
    {
        RustTests tests = new();
        foreach (var decorator in syntax.Decorators)
        {
            if (decorator.Path == "cfg" && decorator.Arguments is [var only] && syntax.Trees.Is(only.Value.First, "test"))
            {
                tests.Add(syntax.Trees, decorator.Tokens.End);
            }
        }

        return tests;
    }

    public bool Holds(int token)
    {
        int low = 0,
            high = modules.Count;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (modules[middle].First <= token)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low > 0 && modules[low - 1].Contains(token);
    }

    private void Add(TokenTrees trees, int at)
    {
        at += trees.Is(at, "pub") ? 1 : 0;
        if (trees.Is(at, "mod") && trees.IsOpen(at + 2, Brackets.Brace))
        {
            modules.Add(trees.Inside(at + 2));
        }
    }
}
