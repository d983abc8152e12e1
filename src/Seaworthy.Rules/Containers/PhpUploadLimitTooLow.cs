using Seaworthy.Model;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Containers;

/// <summary>An image keeps PHP's own limit for uploads, and its program accepts larger files.</summary>
internal sealed class PhpUploadLimitTooLow : Rule<PhpUpload>
{
    private const long Megabyte = 1024 * 1024;

    private const int MostPlaces = 5;

    public override RuleInfo Info { get; } =
        new()
        {
            Id = "containers/php-upload-limit-too-low",
            Title = "PHP upload limit too low",
            Area = Area.Containers,
            Severity = Severity.High,
            Certainty = Certainty.Likely,
            Rationale = "PHP drops the file before the program sees it, which then reports a failed upload or a missing field.",
            Holds = "PHP accepts the file sizes that the program accepts.",
        };

    // A Dockerfile that is built for several targets is one.
    public override IEnumerable<PhpUpload> Subjects(Deployment deployment) => deployment.All<PhpUpload>().DistinctBy(upload => upload.Span);

    protected override Subject Identify(PhpUpload subject) => new(subject.Image.Name, subject.Span);

    protected override IEnumerable<Verdict> Check(PhpUpload subject, Deployment deployment)
    {
        if (subject.IsSet)
        {
            yield break;
        }

        var file = subject.Image.Dockerfile.File.Path;
        var accepted = (subject.Accepted + Megabyte - 1) / Megabyte;
        if (subject.UnknownBecause is { } other)
        {
            yield return Unknown(
                subject.Span,
                $"The program of {subject.Image.Name} accepts files up to {accepted} MB; unknown whether {other} sets `upload_max_filesize`."
            );
            yield break;
        }

        yield return Fail(
                subject.Span,
                $"{subject.Image.Name} keeps PHP's `upload_max_filesize` of 2 MB, but its program accepts files up to {accepted} MB."
            )
            .Related(subject.AcceptedAt.Take(MostPlaces), "accepts larger files")
            .Remedy(
                $"Add `RUN printf 'upload_max_filesize={accepted}M\\npost_max_size={accepted + 1}M\\n' > /usr/local/etc/php/conf.d/uploads.ini` to the last stage of {file}."
            )
            .Verify($"git grep -n upload_max_filesize -- {file}   # must find it");
    }
}
