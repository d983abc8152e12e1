using Seaworthy.Model;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Containers;

/// <summary>A program imports, as its container starts, or the settings of a tool, as the image is built, a module of the repository that no instruction puts into the image.</summary>
internal sealed class ImportedModuleMissing : LeftOutFileRule
{
    public override RuleInfo Info { get; } =
        new()
        {
            Id = "containers/imported-module-missing",
            Title = "Missing module in image",
            Area = Area.Containers,
            Severity = Severity.Critical,
            Certainty = Certainty.Likely,
            Rationale = "The program exits with an import error as soon as its container starts, or the build fails.",
            Holds = "The image has every repository module that its program or build loads.",
        };

    public override IEnumerable<StartImports> Subjects(Deployment deployment) =>
        [.. deployment.All<StartImports>(), .. deployment.All<BuildImports>().Select(build => build.Imports)];

    protected override string Verb => "imports";

    protected override string Others => " imports";

    protected override IReadOnlyList<LeftOutFile> LeftOut(StartImports start) => start.LeftOut;

    protected override string Error(StartImports start) =>
        start switch
        {
            { Tool: not ("next" or "webpack" or null) } => "Could not resolve",
            { IsScript: true } => "Cannot find module",
            _ => "ModuleNotFoundError",
        };

    protected override string? Doubt(StartImports start) => start.MovedBecause;
}
