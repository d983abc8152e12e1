using Seaworthy.Model;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Containers;

/// <summary>A program imports, as its container starts, a module of the repository that no instruction puts into the image.</summary>
internal sealed class ImportedModuleMissing : LeftOutFileRule
{
    public override RuleInfo Info { get; } =
        new()
        {
            Id = "containers/imported-module-missing",
            Title = "Imported module that the image does not hold",
            Area = Area.Containers,
            Severity = Severity.Critical,
            Rationale = "The image builds, and the program stops for want of the module as soon as its container starts, again and again.",
            Holds = "The image holds the modules of the repository that its program imports as it starts.",
        };

    public override IEnumerable<StartImports> Subjects(Deployment deployment) => deployment.StartImports;

    protected override string Verb => "imports";

    protected override string Others => " that it imports";

    protected override IReadOnlyList<LeftOutFile> LeftOut(StartImports start) => start.LeftOut;

    protected override string Error(StartImports start) => start.IsScript ? "Cannot find module" : "ModuleNotFoundError";

    protected override string? Doubt(StartImports start) => start.MovedBecause;
}
