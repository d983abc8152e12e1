using Seaworthy.Model;
using Seaworthy.Model.Declared.DotEnv;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Ports;

/// <summary>The template of a container's env file sets the address of another container to localhost.</summary>
internal sealed class EnvFileTemplateOnLocalhost : Rule<IReadOnlyList<PromisedAddress>>
{
    private static readonly string[] ContainerWords = ["docker", "compose", "container"];

    public override RuleInfo Info { get; } =
        new()
        {
            Id = "ports/env-file-template-on-localhost",
            Title = "localhost in env_file template",
            Area = Area.PortsAndHealth,
            Severity = Severity.High,
            Certainty = Certainty.Likely,
            Rationale =
                "A copy of the template gives the container localhost, which is the container itself, so the connection is refused.",
            Holds = "The template names the other container.",
        };

    /// <summary>One line of a template is one cause, however many services take it.</summary>
    public override IEnumerable<IReadOnlyList<PromisedAddress>> Subjects(Deployment deployment) =>
        deployment
            .All<PromisedAddress>()
            .Where(found => !OutsideNames.Has(found.Use.Name) && !IsPublic(found, deployment))
            .GroupBy(found => new
            {
                found.Line,
                found.Use.Workload.TargetName,
                found.IsOverridden,
                found.IsGivenOtherwise,
            })
            .Select(same =>
                same.OrderBy(found => found.Use.Workload.DependsOn.Any(other => other.Name == found.Meant.Name) ? 0 : 1).ToList()
            );

    protected override Subject Identify(IReadOnlyList<PromisedAddress> subject) =>
        new($"{subject[0].Use.Workload.Name}: {subject[0].Use.Name}", subject[0].Use.Workload.Span);

    protected override IEnumerable<Verdict> Check(IReadOnlyList<PromisedAddress> subject, Deployment deployment)
    {
        var first = subject[0];
        if (first.IsOverridden)
        {
            yield break;
        }

        var (caller, meant, line) = (first.Use.Workload, first.Meant, first.Line);
        var (name, template) = (first.Use.Name, line.Span.File);
        if (Otherwise(first, template, deployment) is { } why)
        {
            yield return Unknown(
                caller.Span,
                $"Unknown whether {caller.Name} calls {meant.Name} by {name}, which {template.Path} sets to `{first.Address}`: {why}."
            );
            yield break;
        }

        var others =
            subject.Count > 1 ? $" The same holds for {string.Join(", ", subject.Skip(1).Select(found => found.Use.Workload.Name))}." : "";
        var message =
            $"{caller.Name} takes {name} from a copy of {template.Path}, where it is `{first.Address}`: that is {caller.Name} itself, not {meant.Name}.{others}";
        // Without a port on the host, not even a program outside of containers reaches it at localhost.
        var verdict = meant.Ports.Any(binding => binding.IsPublished)
            ? Warn(caller.Span, message).As(Severity.High)
            : LikelyFail(caller.Span, message);
        yield return verdict
            .Related(line.Span, "copied into the env file")
            .Related(subject.Skip(1).Select(found => found.Use.Workload.Span), "takes it too")
            .Related(meant.Span, "is meant")
            .Remedy(
                $"Set {name} to an address at `{meant.HostNames[0]}` in {line.Span}, or under `environment` of {caller.Name} ({caller.Span})."
            )
            .Verify(TreeCheck.Gone(line.Span));
    }

    /// <summary>Another variable of the template says that this is the address for browsers: <c>NEXT_PUBLIC_APP_URL</c> has the same.</summary>
    private static bool IsPublic(PromisedAddress found, Deployment deployment) =>
        deployment
            .At<EnvFile>(found.Line.Span.File.Path)
            ?.Entries.Any(entry => entry.Value?.Raw == found.Line.Value?.Raw && OutsideNames.Has(entry.Name.Value))
            is true;

    /// <summary>Another line, file or variable that may give the address.</summary>
    private static string? Otherwise(PromisedAddress found, SourceFile template, Deployment deployment) =>
        found.IsGivenOtherwise ? $"another variable leads to {found.Meant.Name}"
        : deployment.Tree.FilesIn(template.Directory).FirstOrDefault(file => IsForContainers(RepositoryPath.NameOf(file.Path))) is { } other
            ? $"{other.Path} may be meant for containers"
        : deployment.At<EnvFile>(template.Path)?.CommentedOut.FirstOrDefault(entry => entry.Name.Value == found.Use.Name) is { } commented
            ? $"{commented.Span} has another value, commented out"
        : null;

    private static bool IsForContainers(string name) =>
        name.Contains("env", StringComparison.OrdinalIgnoreCase)
        && Array.Exists(ContainerWords, word => name.Contains(word, StringComparison.OrdinalIgnoreCase));
}
