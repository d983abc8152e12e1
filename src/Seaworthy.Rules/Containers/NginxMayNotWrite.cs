using Seaworthy.Model;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Containers;

/// <summary>nginx of the official image runs as a user who may not write what it writes at its start.</summary>
internal sealed class NginxMayNotWrite : Rule<NginxUser>
{
    public override RuleInfo Info { get; } =
        new()
        {
            Id = "containers/nginx-may-not-write",
            Title = "nginx as a user who may not write its files",
            Area = Area.Containers,
            Severity = Severity.Critical,
            Rationale = "nginx ends with `Permission denied` before it serves anything, and is started again without end.",
            Holds = "The user may write what nginx writes when it starts.",
        };

    public override IEnumerable<NginxUser> Subjects(Deployment deployment) => deployment.All<NginxUser>();

    protected override Subject Identify(NginxUser subject) => new(subject.Subject, subject.User.Span);

    protected override IEnumerable<Verdict> Check(NginxUser subject, Deployment deployment)
    {
        if (subject.Denied.Count > 0)
        {
            var files = string.Join(" and ", subject.Denied);
            var belong = $"{files} of the official image {(subject.Denied.Count == 1 ? "belongs" : "belong")} to root";
            yield return (
                subject.IsReadOnly
                    ? Fail(
                            subject.User.Span,
                            $"{subject.Subject} runs nginx as {subject.User.Value} without a place to write, and {belong}: nginx ends with `Read-only file system`."
                        )
                        .Remedy(
                            "Mount an empty directory (`emptyDir`, `tmpfs`) at /var/cache/nginx and one where the `pid` file is to be, both for the user to write, and name that file in nginx.conf."
                        )
                    : Fail(
                            subject.User.Span,
                            $"{subject.Subject} runs nginx as {subject.User.Value}, and {belong}: nginx ends with `Permission denied`."
                        )
                        .Remedy(
                            $"Build upon nginxinc/nginx-unprivileged, or give {files} to the user before {subject.User.Span} (`touch /run/nginx.pid && chown -R {subject.User.Value} /run/nginx.pid /var/cache/nginx`)."
                        )
            )
                .Related(subject.Configuration)
                .Verify(Starts(subject, deployment));
        }
    }

    private static CommandText Starts(NginxUser subject, Deployment deployment) =>
        deployment.Workloads.FirstOrDefault(workload => workload.Name == subject.Subject.Split(' ')[0]) is { } workload
            ? TargetCommand.Healthy(workload, deployment)
            : $"docker run --rm {BuiltImage.Built(subject.User.Span.File.Path, deployment)} nginx -t";
}
