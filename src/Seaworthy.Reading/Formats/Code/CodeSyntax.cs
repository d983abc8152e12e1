using Seaworthy.Model.Declared.Code;
using Seaworthy.Model.Source;

namespace Seaworthy.Reading.Formats.Code;

/// <summary>
/// The neutral shape of a source file, the same for every language: imports, assignments, calls, decorators, classes, functions, conditions, typed object literals.
/// Framework knowledge is written against this; what the shape does not say can be asked of <see cref="Trees"/>, since every part knows its tokens.
/// Paths are dotted whatever the language writes (<c>std::env::var</c> is <c>std.env.var</c>, <c>a?.b!.c</c> is <c>a.b.c</c>); type arguments are left out of them.
/// </summary>
internal sealed class CodeSyntax(TokenTrees trees)
{
    private Dictionary<int, CodeCall>? callsByOpen;
    private ILookup<CodeScope?, CodeFunction>? functionsByParent;
    private Dictionary<string, CodeClass>? classesByName;

    public TokenTrees Trees { get; } = trees;

    public SourceFile File => Trees.File;

    public Language Language => Trees.Language;

    public IReadOnlyList<CodeImport> Imports { get; init; } = [];

    /// <summary>In order of appearance, at every depth; <see cref="CodeAssignment.Scope"/> tells where.</summary>
    public IReadOnlyList<CodeAssignment> Assignments { get; init; } = [];

    /// <summary>Calls, constructions and macros, in the order in which their arguments open, at every depth.</summary>
    public IReadOnlyList<CodeCall> Calls { get; init; } = [];

    /// <summary>Element accesses: <c>process.env['X']</c>, <c>os.environ["X"]</c>, <c>Configuration["X"]</c>.</summary>
    public IReadOnlyList<CodeCall> Indexes { get; init; } = [];

    public IReadOnlyList<CodeFunction> Functions { get; init; } = [];

    public IReadOnlyList<CodeClass> Classes { get; init; } = [];

    /// <summary>Every decorator or attribute, also those of what the readers do not keep.</summary>
    public IReadOnlyList<CodeDecorator> Decorators { get; init; } = [];

    public IReadOnlyList<CodeCondition> Conditions { get; init; } = [];

    /// <summary>Typed literals: Go's <c>http.Server{Addr: ":80"}</c>, Rust's <c>Config { port: 80 }</c>, C#'s <c>new Options { Port = 80 }</c>.</summary>
    public IReadOnlyList<CodeObject> Objects { get; init; } = [];

    /// <summary>Names under which locals leave the file apart from their declaration: <c>export { a as b }</c>, <c>module.exports = a</c>.</summary>
    public IReadOnlyList<CodeExport> Exports { get; init; } = [];

    /// <summary>Code that runs only when the file is the program (<c>if __name__ == "__main__"</c>, <c>require.main === module</c>).</summary>
    public IReadOnlyList<TokenRange> MainGuards { get; init; } = [];

    /// <summary>The call or element access whose arguments open at a token.</summary>
    public CodeCall? CallAt(int open)
    {
        callsByOpen ??= Calls.Concat(Indexes).ToDictionary(call => call.Open);
        return callsByOpen.GetValueOrDefault(open);
    }

    public SourceSpan Span(TokenRange range) => Trees.Span(range);

    /// <summary>Whether a place runs while the file loads: it is in no function.</summary>
    public static bool RunsAtLoad(CodeScope? scope)
    {
        for (; scope is not null; scope = scope.Parent)
        {
            if (scope is CodeFunction)
            {
                return false;
            }
        }

        return true;
    }

    public bool IsInMainGuard(int token)
    {
        var (low, high) = (0, MainGuards.Count - 1);
        while (low <= high)
        {
            var middle = (low + high) / 2;
            (low, high) = MainGuards[middle].First <= token ? (middle + 1, high) : (low, middle - 1);
        }

        return high >= 0 && MainGuards[high].Contains(token);
    }

    /// <summary>The functions that stand directly in a scope: a class's methods.</summary>
    public IEnumerable<CodeFunction> FunctionsIn(CodeScope scope)
    {
        functionsByParent ??= Functions.ToLookup(function => function.Parent);
        return functionsByParent[scope];
    }

    /// <summary>The first class of this name; null when the file has none.</summary>
    public CodeClass? ClassNamed(string name)
    {
        classesByName ??= Classes.DistinctBy(found => found.Name).ToDictionary(found => found.Name, StringComparer.Ordinal);
        return classesByName.GetValueOrDefault(name);
    }

    /// <summary>The members of an object literal, dictionary or typed literal; none when the range is something else.</summary>
    public IReadOnlyList<CodeMember> Members(TokenRange value) => MemberReader.Read(Trees, value);
}
