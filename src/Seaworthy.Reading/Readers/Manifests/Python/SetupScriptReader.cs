using Seaworthy.Model.Declared.Code;
using Seaworthy.Model.Declared.Manifests;
using Seaworthy.Model.Source;
using Seaworthy.Reading.Formats.Code;

namespace Seaworthy.Reading.Readers.Manifests.Python;

/// <summary>Reads the literal arguments of <c>setup(…)</c> in setup.py.</summary>
/// <remarks>Source: setuptools documentation, "Keywords".</remarks>
internal sealed class SetupScriptReader : Reader
{
    public override bool Accepts(string path) => Path.GetFileName(path) == "setup.py";

    public override Artifact? Read(FileSyntax file)
    {
        var syntax = file.Code(Language.Python);
        if (syntax.Calls.FirstOrDefault(call => call.Name == "setup") is not { } setup)
        {
            return null;
        }

        var required = Value(syntax, setup.Named("install_requires"));
        return new SetupScript(file.File)
        {
            Name = Text(syntax, Value(syntax, setup.Named("name"))),
            Version = Text(syntax, Value(syntax, setup.Named("version"))),
            Runtimes = Text(syntax, Value(syntax, setup.Named("python_requires"))) is { } range
                ? [new RuntimeRequirement("python", range.Value, range.Span)]
                : [],
            Dependencies = [.. Texts(syntax, required).Select(Dependency).OfType<Dependency>()],
            HasDynamicDependencies = !required.IsEmpty && !syntax.Trees.IsOpen(required.First, Brackets.Square),
        };
    }

    /// <summary>An argument's expression, or what a name of the file's top was given.</summary>
    private static TokenRange Value(CodeSyntax syntax, CodeArgument? argument)
    {
        if (argument is not { } found)
        {
            return default;
        }

        var isName = found.Value.Count == 1 && syntax.Trees.IsName(found.Value.First);
        var assignment = isName
            ? syntax.Assignments.FirstOrDefault(candidate =>
                candidate.Scope is null && candidate.Name == syntax.Trees.Text(found.Value.First)
            )
            : null;
        return assignment?.Value ?? found.Value;
    }

    private static Fact<string>? Text(CodeSyntax syntax, TokenRange value) =>
        value.Count == 1 && syntax.Trees.IsKind(value.First, TokenKind.String)
            ? new Fact<string>(Literals.Value(syntax.Trees, value.First), syntax.Trees.Span(value.First))
            : null;

    private static IEnumerable<Fact<string>> Texts(CodeSyntax syntax, TokenRange value)
    {
        for (var at = value.First; at < value.End && syntax.Trees.IsOpen(value.First, Brackets.Square); at++)
        {
            if (syntax.Trees.IsKind(at, TokenKind.String))
            {
                yield return new Fact<string>(Literals.Value(syntax.Trees, at), syntax.Trees.Span(at));
            }
        }
    }

    private static Dependency? Dependency(Fact<string> text) => Pep508.Parse(text.Value, DependencyKind.Runtime, text.Span);
}
