using Seaworthy.Model;
using Seaworthy.Model.Declared.Code;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Ports;

/// <summary>nginx rejects uploads that the program behind it accepts.</summary>
internal sealed class UploadRefusedByProxy : Rule<IReadOnlyList<ForwardedUpload>>
{
    private const long Megabyte = 1024 * 1024;

    public override RuleInfo Info { get; } =
        new()
        {
            Id = "ports/upload-refused-by-proxy",
            Title = "Proxy upload limit too low",
            Area = Area.PortsAndHealth,
            Severity = Severity.High,
            Certainty = Certainty.Likely,
            Rationale = "nginx answers larger uploads with 413, and the program's log shows nothing.",
            Holds = "The proxy accepts the file sizes that the program accepts.",
        };

    // One location may belong to several targets.
    public override IEnumerable<IReadOnlyList<ForwardedUpload>> Subjects(Deployment deployment) =>
        deployment.All<ForwardedUpload>().GroupBy(upload => upload.Span).Select(same => same.ToList());

    protected override Subject Identify(IReadOnlyList<ForwardedUpload> subject) => new(subject[0].ProxyName, subject[0].Span);

    protected override IEnumerable<Verdict> Check(IReadOnlyList<ForwardedUpload> subject, Deployment deployment)
    {
        if (subject.FirstOrDefault(upload => upload.IsRefused) is not { Limit: { } limit } refused)
        {
            yield break;
        }

        var takes = $"{refused.TargetName} accepts files up to {Shown(refused.Accepted)}";
        var needed = (refused.Accepted / Megabyte) + 1;
        var found =
            OffersNoUpload(refused.Proxy)
                ? Warn(
                        refused.Span,
                        $"{refused.ProxyName} rejects requests over {Shown(limit)}, but {takes}. Its own pages upload nothing, so only other clients are affected."
                    )
                    .As(Severity.Low)
            : refused.LimitAt is { } written ? Warn(written, $"{refused.ProxyName} rejects requests over {Shown(limit)}, but {takes}.")
            : Fail(
                refused.Span,
                $"{refused.ProxyName} does not set `client_max_body_size`, so nginx rejects requests over {Shown(limit)}, but {takes}."
            );
        yield return found
            .Related(refused.AcceptedAt, "accepts files of this size")
            .Remedy(
                refused.LimitAt is null
                    ? $"Add `client_max_body_size {needed}m;` to the server block of {PlaceList.Of(OtherDoors.With(refused, deployment))}."
                    : $"Write `client_max_body_size {needed}m;` in {refused.LimitAt}, or accept no larger files in {refused.AcceptedAt[0]}."
            )
            .Verify(
                refused.LimitAt is null
                    ? $"git grep -n client_max_body_size -- {refused.Span.File.Path}   # must find it"
                    : TreeCheck.OneGone([refused.LimitAt, .. refused.AcceptedAt])
            );
    }

    /// <summary>The proxy serves pages of the repository, and none of them uploads a file.</summary>
    private static bool OffersNoUpload(Workload? proxy)
    {
        var code = proxy?.Components.SelectMany(component => component.Code).ToList() ?? [];
        // Programs in PHP have their pages in templates, which are not read.
        return code.Count > 0 && !code.Exists(file => file.Language == Language.Php || file.SendsFiles());
    }

    private static string Shown(long bytes) =>
        bytes % Megabyte == 0 ? $"{bytes / Megabyte} MB"
        : bytes > Megabyte ? string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{(double)bytes / Megabyte:0.#} MB")
        : bytes % 1024 == 0 ? $"{bytes / 1024} kB"
        : $"{bytes} bytes";
}
