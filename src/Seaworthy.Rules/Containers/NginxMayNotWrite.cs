using Seaworthy.Model;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Containers;

/// <summary>The official nginx image runs as a user who cannot write what nginx writes at startup.</summary>
internal sealed class NginxMayNotWrite : Rule<NginxUser>
{
    public override RuleInfo Info { get; } =
        new()
        {
            Id = "containers/nginx-may-not-write",
            Title = "nginx without write permission",
            Area = Area.Containers,
            Severity = Severity.Critical,
            Rationale = "nginx exits before it serves anything, and restarts without end.",
            Holds = "The user can write what nginx writes at startup.",
        };

    public override IEnumerable<NginxUser> Subjects(Deployment deployment) => deployment.All<NginxUser>();

    protected override Subject Identify(NginxUser subject) => new(subject.Subject, subject.User.Span);

    protected override IEnumerable<Verdict> Check(NginxUser subject, Deployment deployment)
    {
        if (subject.Denied.Count > 0)
        {
            var files = string.Join(" and ", subject.Denied);
            var belong = $"{files} {(subject.Denied.Count == 1 ? "belongs" : "belong")} to root in the official image";
            yield return (
                subject.IsReadOnly
                    ? Fail(
                            subject.User.Span,
                            $"{subject.Subject} runs nginx as `{subject.User.Value}` without a writable directory, but {belong}: it exits with `Read-only file system`."
                        )
                        .Remedy(
                            "Mount writable empty directories (`emptyDir`, `tmpfs`) at /var/cache/nginx and for the `pid` file, and set the path of that file in nginx.conf."
                        )
                    : Fail(
                            subject.User.Span,
                            $"{subject.Subject} runs nginx as `{subject.User.Value}`, but {belong}: it exits with `Permission denied`."
                        )
                        .Remedy(
                            $"Use the base image nginxinc/nginx-unprivileged, or give {files} to the user before {subject.User.Span} (`touch /run/nginx.pid && chown -R {subject.User.Value} /run/nginx.pid /var/cache/nginx`)."
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
