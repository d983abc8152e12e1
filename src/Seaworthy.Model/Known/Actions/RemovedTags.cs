using System.Globalization;

namespace Seaworthy.Model.Known.Actions;

/// <summary>Tags of actions that were published once, and taken away since, or that people expect and nobody publishes.</summary>
/// <remarks>
/// Sources: aquasecurity/trivy, discussion 10420 (March 2026: tags had been moved to malicious commits; those of trivy-action came back with a <c>v</c> in front,
/// and of the others only <c>0.35.0</c> is left); aquasecurity/setup-trivy, issue 31 (the oldest tag that is left is <c>v0.2.6</c>);
/// aquasecurity/trivy-action, issue 541, and aquasecurity/trivy, issue 10345 (what of these works again);
/// astral-sh/setup-uv, release 8.0.0, "No more major and minor tags".
/// </remarks>
public static class RemovedTags
{
    private const int FirstWhole = 35;
    private const int FirstComposite = 29;

    // Source: aquasecurity/trivy-action, README, "Using Trivy with templates", and issue 410.
    private static readonly MovedInput Template = new("template", "@/contrib/", "@$HOME/.local/bin/trivy-bin/contrib/");

    private const string Prefixed = "since an attack in March 2026 its tags begin with `v`";
    private const string Removed = "the publisher removed the older ones after an attack in March 2026";

    public static RemovedTag? Find(string action, string? tag) =>
        (action, tag) switch
        {
            ("aquasecurity/trivy-action", "0.35.0") => null,
            // Those before 0.35.0 that came back take a tag of setup-trivy, or install a release of Trivy, that did not.
            ("aquasecurity/trivy-action", ['0', '.', .. var rest]) when IsVersion(rest) => new RemovedTag(
                Minor(rest) < FirstWhole ? "v0.35.0" : "v" + tag,
                Prefixed
            )
            {
                // Until 0.29 the action was a container, which had its templates at the root.
                Moved = Minor(rest) < FirstComposite ? Template : null,
            },
            ("aquasecurity/setup-trivy", "v0.2.0" or "v0.2.1" or "v0.2.2" or "v0.2.3" or "v0.2.4" or "v0.2.5") => new RemovedTag(
                "v0.2.6",
                Removed
            ),
            ("astral-sh/setup-uv", "v8" or "v8.0" or "v8.1" or "v8.2" or "v8.3") => new RemovedTag(
                "v8.3.2",
                "since release 8 there are only full version tags, which never move"
            ),
            _ => null,
        };

    private static int Minor(string rest) => int.Parse(rest.Split('.')[0], NumberStyles.None, CultureInfo.InvariantCulture);

    private static bool IsVersion(string rest) =>
        rest.Split('.') is [var minor, var patch]
        && int.TryParse(minor, NumberStyles.None, CultureInfo.InvariantCulture, out _)
        && int.TryParse(patch, NumberStyles.None, CultureInfo.InvariantCulture, out _);
}
