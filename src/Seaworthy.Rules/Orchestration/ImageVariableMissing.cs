using Seaworthy.Model;
using Seaworthy.Model.Known;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Orchestration;

/// <summary>A public image lacks a variable that it needs to start.</summary>
internal sealed class ImageVariableMissing : Rule<Workload>
{
    // The most places in one sentence.
    private const int MostPlaces = 12;

    private static readonly PerDeployment<ILookup<string, Workload>> OfImage = new(deployment =>
        Servers(deployment).ToLookup(workload => workload.Reference?.Value.Text ?? "", StringComparer.Ordinal)
    );

    public override RuleInfo Info { get; } =
        new()
        {
            Id = "orchestration/image-variable-missing",
            Title = "Missing required image variable",
            Area = Area.Orchestration,
            Severity = Severity.Critical,
            Certainty = Certainty.Likely,
            Rationale = "The container exits at its first start, and its dependents never start.",
            Holds = "All variables that the image requires are set.",
        };

    public override IEnumerable<Workload> Subjects(Deployment deployment) => Servers(deployment);

    private static IEnumerable<Workload> Servers(Deployment deployment) =>
        deployment
            .Workloads.Where(workload => workload is { Public.Required.Count: > 0, Image: null } && KnownServers.RunsServer(workload))
            .DistinctBy(workload => workload.Span);

    protected override Subject Identify(Workload subject) => new(subject.Name, subject.Span);

    protected override IEnumerable<Verdict> Check(Workload subject, Deployment deployment)
    {
        if (Refused(subject) is { } refused)
        {
            yield return Fail(
                    refused.Span,
                    $"{subject.Name} sets `{refused.Name}=root`, but `{subject.Reference?.Value.Text ?? subject.Public?.Name}` accepts only another user there and exits before the server starts."
                )
                .Related(subject.Reference?.Span)
                .Remedy($"Set {refused.Name} in {refused.Span} to another name, or remove it and its password and use MYSQL_ROOT_PASSWORD.")
                .VerifyGone();
        }

        foreach (var required in subject.Public?.Required ?? [])
        {
            if (IsGiven(subject, required))
            {
                continue;
            }

            var names = string.Join(" or ", required.AnyOf);
            var message = $"`{subject.Reference?.Value.Text ?? subject.Public?.Name}` needs {names}";
            // Left empty, to be filled in at deployment.
            var blank = subject.Supplied.FirstOrDefault(variable =>
                required.AnyOf.Contains(variable.Name)
                && variable is { Value: { Text: "" } }
                && (variable.Span.File != subject.Span.File || subject.Kind == TargetKind.Kubernetes || variable.TakesVariable)
            );
            yield return blank is not null
                ? Warn(blank.Span, $"{message}, but {blank.Name} is empty: {subject.Name} does not start until it is filled in.")
                    .As(Severity.Medium)
                    .Related(subject.Reference?.Span)
                    .Remedy($"Note in {blank.Span.File.Path} that {blank.Name} must be filled in, or generate a password in a script.")
                    .Verify(TargetCommand.Healthy(subject, deployment))
            : subject is { SuppliesMoreBecause: { } absent, Promised: [var entry, ..] }
                ? OfTemplate(
                    subject,
                    required,
                    $"{message}, which {entry.Span.File.Path} lacks: {absent}, and is made from that template.",
                    entry.Span.File
                )
            : subject.SuppliesMoreBecause is { } more ? Unknown(subject.Span, $"{message}. Unknown whether {subject.Name} gets it: {more}.")
            : Fail(
                    subject.Span,
                    $"{message}, but {subject.Name} {(required.AnyOf.Count == 1 ? "does not set it" : "sets none")}: {(required.AtEveryStartBecause is { } because ? $"{because}, and the container exits at once" : "it does not start with an empty volume")}."
                )
                .Related(subject.Reference?.Span)
                .Remedy(
                    required.Together.Count > 0
                        ? ModeOfImage.Remedy(subject, required, SameFault(subject, required, deployment))
                        : $"Set {required.AnyOf[0]} in the environment of {subject.Name} at {PlaceList.Of(SameFault(subject, required, deployment).Select(other => other.Span))}."
                )
                .Verify(TargetCommand.Healthy(subject, deployment));
        }
    }

    /// <summary>Its env file is made from a template, which lacks the variable.</summary>
    private Verdict OfTemplate(Workload workload, RequiredVariables required, string message, SourceFile template) =>
        Warn(workload.Span, message)
            .As(Severity.High)
            .Related(workload.Reference?.Span)
            .Related(template.Whole, "the template")
            .Remedy($"Add {required.AnyOf[0]} to {template.Path}.")
            .Verify($"git grep -n {required.AnyOf[0]} -- {template.Path}   # must find it");

    /// <summary>Workloads with the same image and the same missing variable, the subject first.</summary>
    private static List<Workload> SameFault(Workload subject, RequiredVariables required, Deployment deployment) =>
        [
            subject,
            .. OfImage
                .Of(deployment)[subject.Reference?.Value.Text ?? ""]
                .Where(other => other != subject && other.SuppliesMoreBecause is null && !IsGiven(other, required))
                .Take(MostPlaces),
        ];

    /// <summary>The MySQL image creates root itself and refuses to create it again.</summary>
    /// <remarks>Source: docker-library/mysql, docker-entrypoint.sh, <c>docker_verify_minimum_env</c>, of August 2020 and after.</remarks>
    private static SuppliedVariable? Refused(Workload workload) =>
        workload.Public?.Name == "mysql"
        && workload.Supplied.LastOrDefault(variable => variable.Name == "MYSQL_USER") is { Value.Text: "root" } user
        && workload.Reference?.Value.Text is { } text
        && ImageReference.Parse(text) is { IsOfficial: true, EffectiveTag: var tag }
        && tag.Split('-')[0] is "latest" or "lts" or "innovation" or "5.7" or "5" or "8" or "8.0" or "8.4" or "9"
            ? user
            : null;

    /// <summary>A value that is known only at deployment counts as set; so does an unset variable, which another rule reports.</summary>
    private static bool IsGiven(Workload workload, RequiredVariables required) =>
        workload.Promised.Any(entry => required.AnyOf.Concat(required.Unless).Contains(entry.Name.Value))
        || workload.Supplied.Any(variable =>
            (required.AnyOf.Contains(variable.Name) && (variable.Value.Text is not "" || variable.Value.Unset.Count > 0))
            || required.Unless.Contains(variable.Name)
            || required.Unless.Contains($"{variable.Name}={variable.Value.Text}")
        );
}
