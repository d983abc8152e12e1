using Seaworthy.Model;
using Seaworthy.Model.Declared.Scripts;
using Seaworthy.Model.Declared.Scripts.Commands;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Containers;

/// <summary>A container installs its dependencies each time it starts.</summary>
internal sealed class InstallAtStart : Rule<Startup>
{
    public override RuleInfo Info { get; } =
        new()
        {
            Id = "containers/install-at-start",
            Title = "Dependency installation at startup",
            Area = Area.Containers,
            Severity = Severity.Medium,
            Rationale = "Every start needs the network and the registry, takes longer, and may install other versions than the last one.",
            Holds = "Dependencies are installed when the image is built.",
        };

    public override IEnumerable<Startup> Subjects(Deployment deployment) =>
        deployment.Startups.Where(startup => !startup.IsForDevelopment && startup.Programs.Count > 0);

    protected override Subject Identify(Startup subject) => new(subject.Subject, subject.Span);

    protected override IEnumerable<Verdict> Check(Startup subject, Deployment deployment)
    {
        if (subject.Programs.FirstOrDefault(command => !command.IsConditional && Installs(command)) is { } install)
        {
            yield return Warn(subject.Span, $"{subject.Subject} runs `{install.Text}` each time it starts.")
                .Related(install.Span.File == subject.Span.File ? null : install.Span)
                .Remedy(
                    subject.Image is null
                        ? $"Build your own image with these packages, use that image, and remove the command from {install.Span}."
                        : $"Move it from {install.Span} to a RUN of the Dockerfile."
                )
                .VerifyGone();
        }
    }

    private static bool Installs(ShellCommand command) =>
        KnownCommand
            .Of(command)
            .Any(known =>
                known is PackageInstallCommand { Directories.Count: 0 } || known is PackageScriptCommand { Verb: "install" or "add" }
            );
}
