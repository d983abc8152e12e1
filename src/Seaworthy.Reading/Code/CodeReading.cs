using Seaworthy.Model.Declared.Code;
using Seaworthy.Model.Source;
using Seaworthy.Reading.Code.Evaluating;
using Seaworthy.Reading.Formats.Code;

namespace Seaworthy.Reading.Code;

/// <summary>One file while its frameworks are read: the shape, the values of its expressions, and the facts found so far.</summary>
internal sealed class CodeReading(CodeSyntax syntax, ValueRules rules)
{
    // A name assigned more often than this is no constant.
    private const int MaximumCandidates = 100;

    private ILookup<string, CodeAssignment>? assignments;
    private HashSet<string>? modules;
    private HashSet<string>? exported;
    private Dictionary<string, CodeImport>? importsByLocal;
    private Dictionary<int, CodeAssignment>? assignmentsByValue;

    public CodeSyntax Syntax { get; } = syntax;

    public TokenTrees Trees => Syntax.Trees;

    public SourceFile File => Syntax.File;

    public Evaluator Evaluator { get; } = new(syntax, rules);

    public Instances Instances { get; } = new(syntax);

    public List<CodeImport> Imports { get; } = [.. syntax.Imports];

    public List<CodeConstant> Constants { get; } = [];

    public List<EnvironmentRead> EnvironmentReads { get; } = [];

    public List<PropertyRead> PropertyReads { get; } = [];

    public List<Listener> Listeners { get; } = [];

    public List<Router> Routers { get; } = [];

    public List<Route> Routes { get; } = [];

    public List<RouterMount> Mounts { get; } = [];

    public List<HttpCall> Calls { get; } = [];

    public List<OpenedPath> OpenedPaths { get; } = [];

    public List<KeptPath> KeptPaths { get; } = [];

    public List<FrameworkSetting> Settings { get; } = [];

    /// <summary>Whether the file imports a module of one of these names, or something below it (<c>express</c>, <c>flask.views</c>, <c>@nestjs/common</c>).</summary>
    public bool Imported(params ReadOnlySpan<string> names)
    {
        modules ??= [.. Imports.SelectMany(import => Ancestors(import.Module))];
        foreach (var name in names)
        {
            if (modules.Contains(name))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether a local name leaves the file, in place or in a list of exports.</summary>
    public bool IsExported(string local)
    {
        exported ??=
        [
            .. Syntax.Exports.Select(export => Evaluator.DottedName(export.Value)).OfType<string>(),
            .. Syntax.Assignments.Where(assignment => assignment.IsExported).Select(assignment => assignment.Name),
        ];
        return exported.Contains(local);
    }

    /// <summary>The module that a local name comes from; null when it is no import.</summary>
    public CodeImport? ImportOf(string local)
    {
        importsByLocal ??= Imports.DistinctBy(import => import.Local).ToDictionary(import => import.Local, StringComparer.Ordinal);
        return importsByLocal.GetValueOrDefault(local);
    }

    /// <summary>The assignment whose value begins at a token; of several (<c>config</c>, <c>config.port</c>) the outermost.</summary>
    public CodeAssignment? AssignedAt(int token)
    {
        assignmentsByValue ??= Syntax
            .Assignments.DistinctBy(assignment => assignment.Value.First)
            .ToDictionary(assignment => assignment.Value.First);
        return assignmentsByValue.GetValueOrDefault(token);
    }

    /// <summary>The value of an expression, with variables of the function around it put in place. File-level names stay references, for linking to follow.</summary>
    public CodeValue Value(TokenRange range, CodeScope? scope = null) => LocalValues.Resolve(this, Evaluator.Value(range), scope);

    public CodeValue? Value(CodeArgument? argument, CodeScope? scope = null) => argument is null ? null : Value(argument.Value, scope);

    /// <summary>The text of a literal, looked up among the file's own constants when it is a name.</summary>
    public string? Literal(CodeArgument? argument, CodeScope? scope = null) => argument is null ? null : Literal(argument.Value, scope);

    public string? Literal(TokenRange range, CodeScope? scope = null) =>
        Value(range, scope) switch
        {
            CodeValue.Literal literal => literal.Text,
            CodeValue.Reference reference when AssignmentOf(reference.Name, null) is { } assignment => Evaluator.Literal(assignment.Value),
            _ => null,
        };

    /// <summary>The assignment a name goes back to, as seen from a scope: the innermost one that has it.</summary>
    public CodeAssignment? AssignmentOf(string name, CodeScope? scope)
    {
        assignments ??= Syntax.Assignments.ToLookup(assignment => assignment.Name, StringComparer.Ordinal);
        var candidates = assignments[name];
        for (var at = scope; ; at = at.Parent)
        {
            foreach (var candidate in candidates.Take(MaximumCandidates))
            {
                if (candidate.Scope == at)
                {
                    return candidate;
                }
            }

            if (at is null)
            {
                return null;
            }
        }
    }

    /// <summary>The other assignments to the same name in the same scope.</summary>
    public IEnumerable<CodeAssignment> AssignmentsBeside(CodeAssignment assignment) =>
        (assignments?[assignment.Name] ?? [])
            .Take(MaximumCandidates)
            .Where(other =>
                other != assignment && other.Scope == assignment.Scope && other.Member is null && other.Keyword is not ("+=" or "member")
            );

    /// <summary>Adds a setting when it has a value.</summary>
    public void AddSetting(string name, CodeArgument? argument, CodeScope? scope = null)
    {
        if (argument is not null)
        {
            Settings.Add(new FrameworkSetting(name, Value(argument.Value, scope), Syntax.Span(argument.Value)));
        }
    }

    public CodeFile ToFile(bool isTest) =>
        new(File, Syntax.Language)
        {
            Imports = Imports,
            Constants = Constants,
            EnvironmentReads = EnvironmentReads.ConvertAll(read => read with { Holder = SettingHolders.Of(read.Span) }),
            PropertyReads = PropertyReads,
            Listeners = Listeners,
            Routers = Routers,
            Routes = Routes,
            Mounts = Mounts,
            Calls = Calls,
            OpenedPaths = OpenedPaths,
            KeptPaths = KeptPaths,
            Settings = Settings,
            IsTest = isTest,
        };

    private static IEnumerable<string> Ancestors(string module)
    {
        yield return module;
        for (var at = module.LastIndexOfAny(['/', '.', ':']); at > 0; at = module.LastIndexOfAny(['/', '.', ':'], at - 1))
        {
            yield return module[..at].TrimEnd(':');
        }
    }
}
