using Seaworthy.Model;

namespace Seaworthy.Rules.Configuration;

/// <summary>An application sets what the installed release of its framework does not read.</summary>
internal sealed class SettingNoLongerRead : Rule<UnreadSetting>
{
    public override RuleInfo Info { get; } =
        new()
        {
            Id = "configuration/setting-no-longer-read",
            Title = "Removed framework setting",
            Area = Area.Configuration,
            Severity = Severity.High,
            Certainty = Certainty.Likely,
            Rationale = "A framework does not complain about a setting that it does not know: the default applies, and nothing says so.",
            Holds = "The installed release reads the setting.",
        };

    public override IReadOnlyList<Relation> Relations => [new Relation<UnreadSetting>(UnreadSettings.Link)];

    public override IEnumerable<UnreadSetting> Subjects(Deployment deployment) => deployment.All<UnreadSetting>();

    protected override Subject Identify(UnreadSetting subject) => new(subject.Setting.Name, subject.Span);

    protected override IEnumerable<Verdict> Check(UnreadSetting subject, Deployment deployment)
    {
        if (!subject.IsGone)
        {
            yield break;
        }

        var setting = subject.Setting;
        var release = subject.IsOpen
            ? $"{setting.Framework} {setting.Gone} removed it, and {subject.Package.Span.File.Path} installs the newest release"
            : $"{setting.Framework} {setting.Gone} removed it";
        var message = $"{subject.Span.File.Path} sets {setting.Name}, but {release}: {setting.Effect}.";
        yield return (setting.IsLenient ? Fail(subject.Span, message).As(Severity.Medium) : Fail(subject.Span, message))
            .Related(subject.Package.Span, "the release")
            .Remedy($"Set `{setting.Instead}` in {subject.Span} instead.")
            .VerifyGone();
    }
}
