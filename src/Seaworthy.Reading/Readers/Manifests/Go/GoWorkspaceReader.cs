using Seaworthy.Model.Declared.Manifests;
using Seaworthy.Model.Source;

namespace Seaworthy.Reading.Readers.Manifests.Go;

/// <summary>Reads go.work.</summary>
/// <remarks>Source: Go Modules Reference, "go.work files".</remarks>
internal sealed class GoWorkspaceReader : Reader
{
    public override bool Accepts(string path) => Path.GetFileName(path) == "go.work";

    public override Artifact? Read(FileSyntax file)
    {
        var directives = GoDirective.Of(file.File);
        return new GoWorkspace(file.File)
        {
            Uses = [.. directives.Where(directive => directive.Verb == "use").Select(directive => directive.First).OfType<Fact<string>>()],
            Replacements = [.. directives.Select(directive => directive.Replacement).OfType<GoReplacement>()],
        };
    }
}
