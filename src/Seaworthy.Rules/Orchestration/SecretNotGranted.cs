using System.Buffers;
using Seaworthy.Model;
using Seaworthy.Model.Declared.Compose;
using Seaworthy.Model.Declared.Scripts;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Orchestration;

/// <summary>A service reads a file below <c>/run/secrets</c> that its list of secrets does not bring.</summary>
/// <remarks>Source: Compose specification, "secrets": a service has only the secrets that its own attribute grants, at <c>/run/secrets/NAME</c>.</remarks>
internal sealed class SecretNotGranted : Rule<SecretNotGranted.SecretUse>
{
    private const string Directory = "/run/secrets/";

    private static readonly SearchValues<char> EndOfName = SearchValues.Create("/$ *{;|");

    public override RuleInfo Info { get; } =
        new()
        {
            Id = "orchestration/secret-not-granted",
            Title = "Secret not granted to service",
            Area = Area.Orchestration,
            Severity = Severity.High,
            Certainty = Certainty.Likely,
            Rationale =
                "Compose and Swarm mount only the secrets in the list of the service. The file is missing, so the program has no value or stops.",
            Holds = "The service is granted the secret that it reads.",
        };

    public override IEnumerable<SecretUse> Subjects(Deployment deployment) =>
        deployment
            .ComposeStacks.Where(stack => stack.PartialBecause is null)
            .SelectMany(stack =>
            {
                var uses = stack.Project.Services.SelectMany(service => Of(deployment, stack, service)).ToList();
                // What several services share by an anchor, some of them need not read.
                var shared = uses.GroupBy(use => use.Span).Where(same => same.Count() > 1).Select(same => same.Key).ToHashSet();
                return uses.Where(use => !shared.Contains(use.Span));
            })
            .GroupBy(use => use.Span)
            // Of several projects with the same file, one grant is enough.
            .Select(same => same.FirstOrDefault(use => IsGranted(use.Service, use.Path)) ?? same.First());

    protected override Subject Identify(SecretUse subject) => new(subject.Service.Name.Value, subject.Span);

    protected override IEnumerable<Verdict> Check(SecretUse subject, Deployment deployment)
    {
        if (IsGranted(subject.Service, subject.Path))
        {
            yield break;
        }

        var name = subject.Path[Directory.Length..];
        var granted = subject.Service.Secrets;
        yield return LikelyFail(
                subject.Span,
                granted.Count == 0
                    ? $"{subject.Service.Name.Value} reads `{subject.Path}`, but the service has no `secrets`."
                    : $"{subject.Service.Name.Value} reads `{subject.Path}`, but its `secrets` grant only {NameList.Of([.. granted.Select(grant => $"`{grant.Source.Value}`")], 4)}."
            )
            .Related(granted.Count == 0 ? subject.Service.Span : granted[0].Span, "granted")
            .Remedy($"Add `{name}` to the `secrets` of {subject.Service.Name.Value} in {subject.Service.Name.Span.File.Path}.")
            .Verify(
                $"docker compose -f {subject.Service.Name.Span.File.Path} config {subject.Service.Name.Value} | grep -E {$"source: {name}$"}   # must find it"
            );
    }

    private static IEnumerable<SecretUse> Of(Deployment deployment, ComposeStack stack, ComposeService service)
    {
        var variables =
            from variable in service.Environment
            let path = PathIn(variable.Value?.Raw)
            where path is not null
            select new SecretUse(service, path, variable.Span);
        var scripts =
            from mount in service.Volumes
            let source = mount.Source?.Raw
            where source is ['.', ..] && source.EndsWith(".sh", StringComparison.Ordinal) && IsStarted(service, mount)
            let script = deployment.At<ShellScript>(RepositoryPath.Join(stack.Project.Directory, source) ?? "")
            where script is not null
            select script.Commands;
        var commands = scripts
            .SelectMany(each => each)
            .Concat(service.Command?.Commands ?? [])
            .Concat(service.Entrypoint?.Commands ?? [])
            .SelectMany(command => command.Words)
            .Select(word => new { Path = PathIn(word.Literal), word.Span });
        return variables
            .Concat(commands.Where(each => each.Path is not null).Select(each => new SecretUse(service, each.Path ?? "", each.Span)))
            .DistinctBy(use => use.Path);
    }

    private static bool IsStarted(ComposeService service, ComposeMount mount) =>
        mount.Target?.Raw is { } target
        && (service.Entrypoint?.Words ?? []).Concat(service.Command?.Words ?? []).Any(word => word.Raw == target);

    private static string? PathIn(string? text) =>
        text is not null
        && text.StartsWith(Directory, StringComparison.Ordinal)
        && text.Length > Directory.Length
        && text.AsSpan(Directory.Length).IndexOfAny(EndOfName) < 0
            ? text
            : null;

    private static bool IsGranted(ComposeService service, string path) =>
        service.Secrets.Any(grant =>
            grant.Target?.Raw is { } target
                ? target == path || Directory + target == path || target.Contains('$', StringComparison.Ordinal)
                : Directory + grant.Source.Value == path || grant.Source.Value.Contains('$', StringComparison.Ordinal)
        )
        || service.Configs.Any(grant => grant.Target?.Raw == path)
        || service.Volumes.Any(mount =>
            mount.Target?.Raw.TrimEnd('/') is { } target && (path == target || path.StartsWith(target + "/", StringComparison.Ordinal))
        )
        || service.VolumesFrom.Count > 0
        || service.Tmpfs.Any(mount => mount.Raw.StartsWith("/run", StringComparison.Ordinal))
        || service.Extends is not null;

    /// <param name="Path">In the container: <c>/run/secrets/db_password</c>.</param>
    internal sealed record SecretUse(ComposeService Service, string Path, SourceSpan Span);
}
