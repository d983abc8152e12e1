using Seaworthy.Model;
using Seaworthy.Model.Declared.Manifests;
using Seaworthy.Model.Declared.Scripts;
using Seaworthy.Model.Declared.Scripts.Commands;
using Seaworthy.Model.Known;

namespace Seaworthy.Rules.Containers;

/// <summary>An image installs a package without development dependencies, and the installation runs a script of the package that needs one of them.</summary>
internal sealed class InstallScriptWithoutTool : Rule<ProductionInstall>
{
    public override RuleInfo Info { get; } =
        new()
        {
            Id = "containers/install-script-without-tool",
            Title = "Missing tool for install script",
            Area = Area.Containers,
            Severity = Severity.High,
            Rationale = "The package manager runs the script after the installation: the shell finds no such program, and the build fails.",
            Holds = "Every tool that an install script runs is installed.",
        };

    public override IEnumerable<ProductionInstall> Subjects(Deployment deployment) =>
        deployment
            .Images.SelectMany(image => image.Stages.SelectMany(stage => ProductionInstalls.Of(deployment, image, stage)))
            .DistinctBy(install => install.At.Command.Span);

    protected override Subject Identify(ProductionInstall subject) => new(subject.Image.Name, subject.At.Command.Span);

    protected override IEnumerable<Verdict> Check(ProductionInstall subject, Deployment deployment)
    {
        foreach (var script in subject.Scripts)
        {
            foreach (var command in script.Commands.TakeWhile(command => !command.IsConditional))
            {
                if (command is { FailureIsMasked: false, IsCondition: false } && Tool(subject.Package, command) is { } tool)
                {
                    yield return Tell(subject, script, tool);
                    yield break;
                }
            }
        }
    }

    /// <summary>The development dependency with the program; null when something else may install it.</summary>
    private static Dependency? Tool(PackageJson package, ShellCommand command)
    {
        var line = CommandLine.Of(command);
        var declared = package.Dependencies.Where(dependency => dependency.Name == DevelopmentTools.PackageOf(line.Program)).ToList();
        // npx fetches what is not there.
        return line.Wrappers.Count == 0 && declared is [{ Kind: DependencyKind.Development } only] ? only : null;
    }

    private Verdict Tell(ProductionInstall install, PackageScript script, Dependency tool)
    {
        var message =
            $"{install.Image.Name} installs {install.Package.File.Path} without devDependencies, but its `{script.Name}` script runs `{script.Text}`, which needs {tool.Name}.";
        return (install.IsCertain ? Fail(install.At.Command.Span, message) : Warn(install.At.Command.Span, message).As(Severity.Medium))
            .Related(script.Span)
            .Related(tool.Span)
            .Related(install.Because)
            .Remedy(
                $"Add `--ignore-scripts` in {install.At.Command.Span}, or let the script succeed without the tool (`{script.Text} || true`) in {script.Span}."
            )
            .Verify(BuiltImage.Build(install.Image));
    }
}
