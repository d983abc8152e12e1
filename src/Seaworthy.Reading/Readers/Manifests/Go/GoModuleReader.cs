using Seaworthy.Model.Declared.Manifests;
using Seaworthy.Model.Source;

namespace Seaworthy.Reading.Readers.Manifests.Go;

/// <summary>Reads go.mod.</summary>
/// <remarks>Source: Go Modules Reference, "go.mod files".</remarks>
internal sealed class GoModuleReader : Reader
{
    public override bool Accepts(string path) => Path.GetFileName(path) == "go.mod";

    public override Artifact? Read(FileSyntax file)
    {
        var directives = GoDirective.Of(file.File);
        return new GoModule(file.File)
        {
            Name = directives.FirstOrDefault(directive => directive.Verb == "module")?.First,
            Runtimes = [.. from directive in directives where directive is { Verb: "go", First: not null } select Runtime(directive)],
            Dependencies = [.. directives.Where(directive => directive is { Verb: "require", Words.Count: > 0 }).Select(Requirement)],
            Replacements = [.. directives.Select(directive => directive.Replacement).OfType<GoReplacement>()],
        };
    }

    private static RuntimeRequirement Runtime(GoDirective directive) => new("go", directive.Words[0], directive.Span);

    private static Dependency Requirement(GoDirective directive) =>
        new(directive.Words[0], directive.Words.ElementAtOrDefault(1), DependencyKind.Runtime, DependencySource.Registry, directive.Span)
        {
            IsIndirect = directive.Comment?.TrimStart().StartsWith("indirect", StringComparison.Ordinal) ?? false,
        };
}
