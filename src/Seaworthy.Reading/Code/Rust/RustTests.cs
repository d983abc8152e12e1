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
        foreach (var module in modules)
        {
            if (module.Contains(token))
            {
                return true;
            }
        }

        return false;
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
