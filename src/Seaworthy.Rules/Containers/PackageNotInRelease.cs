using Seaworthy.Model;
using Seaworthy.Model.Declared.Manifests;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Containers;

/// <summary>A Dockerfile installs packages that the release of its base image does not have.</summary>
internal sealed class PackageNotInRelease : Rule<IReadOnlyList<SystemPackage>>
{
    private const int MostNames = 3;

    public override RuleInfo Info { get; } =
        new()
        {
            Id = "containers/package-not-in-release",
            Title = "Package that the system of the image does not have",
            Area = Area.Containers,
            Severity = Severity.Critical,
            Rationale =
                "The package manager finds no candidate and stops: the next build without a cache has no image, although nothing of the repository changed.",
            Holds = "The release inside the base image has the packages that are installed, as far as is known.",
        };

    public override IEnumerable<IReadOnlyList<SystemPackage>> Subjects(Deployment deployment) =>
        deployment
            .All<SystemPackage>()
            .GroupBy(package => new { package.Base.Span, IsAbsent = package.IsAbsent || package.Archive is not null })
            .Select(same => same.ToList());

    protected override Subject Identify(IReadOnlyList<SystemPackage> subject) => new(subject[0].Subject, subject[0].Package.Span);

    protected override IEnumerable<Verdict> Check(IReadOnlyList<SystemPackage> subject, Deployment deployment)
    {
        var first = subject[0];
        if (first.Archive is not null)
        {
            yield return Archived(subject, first.Archive, deployment);
            yield break;
        }

        if (!first.IsAbsent)
        {
            yield break;
        }

        var names = string.Join(" and ", subject.Select(package => package.Package.Value).Distinct());
        var instead = subject
            .Where(package => package.Instead is not null)
            .Select(package => $"{package.Instead} for {package.Package.Value}")
            .Distinct()
            .ToList();
        var isPattern = subject.All(package => IsTakenForPattern(package.Package.Value));
        var verdict = isPattern
            ? Warn(
                    first.Package.Span,
                    Message("by now and has no such package: apt takes the name for a pattern, and installs nothing without a word")
                )
                .As(Severity.Medium)
            : Stops(first, Message("by now: there is no such package, and the build stops"));
        yield return verdict
            .Related(first.Base.Span)
            .Related(subject.Skip(1).Select(package => package.Package.Span))
            .Remedy(
                isPattern
                    ? $"Install `python3` in {first.Package.Span}, or name a base image that has {first.Package.Value} in {first.Base.Span}."
                : instead.Count > 0 ? $"Install {string.Join(", ", instead)} in {first.Package.Span}."
                : $"Name a base image of a release that has {names} in {first.Base.Span}, or do without."
            )
            .Verify(BuiltImage.Build(first.Subject, deployment));

        string Message(string consequence) =>
            $"{first.Subject} installs {(isPattern ? first.Package.Value : names)} upon {first.Base.Value}, which is {string.Join(" or ", first.Releases)} {consequence}.";
    }

    private Verdict Stops(SystemPackage package, string message) =>
        package.IsForDevelopment ? Fail(package.Package.Span, message).As(Severity.High) : Fail(package.Package.Span, message);

    /// <summary>findutils, which every image of Debian has, breaks older releases of their minimal packages: the pattern that apt makes of the name finds those, which nobody offers.</summary>
    /// <remarks>Source: Debian, findutils, debian/control, Breaks; apt-get(8), "install".</remarks>
    private static bool IsTakenForPattern(string package) => package is "python3.4" or "python3.5";

    /// <summary>Nothing can be installed at all: the mirrors that the image asks do not have the release any more.</summary>
    private Verdict Archived(IReadOnlyList<SystemPackage> subject, string archive, Deployment deployment)
    {
        var first = subject[0];
        return Stops(
                first,
                $"{first.Subject} installs {first.Package.Value} upon {first.Base.Value}, which is {first.Releases[0]}: its packages left the mirrors for {archive}, and the build stops here."
            )
            .Related(first.Base.Span)
            .Related(subject.Skip(1).Select(package => package.Package.Span))
            .Remedy(
                $"Name a base image of a release that is supported in {first.Base.Span}{Gone(subject)}{AlongWith(first, deployment)}; until then, let the package manager look at {archive}{Unsigned(first)}."
            )
            .Verify(BuiltImage.Build(first.Subject, deployment));
    }

    /// <summary>What no supported release has under that name: another base alone would stop at the same line.</summary>
    private static string Gone(IReadOnlyList<SystemPackage> subject) =>
        subject.Where(package => package.IsGone).Select(package => package.Package.Value).Distinct().ToList() is { Count: > 0 } names
            ? $", and with it what has taken the place of {NameList.Of(names, MostNames)} and of its paths, which no supported Debian has"
            : "";

    /// <summary>What has to move in one go: the other stages upon such a release, and what is held to the OpenSSL of its day.</summary>
    /// <remarks>Source: packages.debian.org, <c>libssl-dev</c>: 3.0 since Debian 12; every older release is without support.</remarks>
    private static string AlongWith(SystemPackage first, Deployment deployment)
    {
        var same = deployment.All<SystemPackage>().Where(other => other.Subject == first.Subject && other.Archive is not null).ToList();
        var stages = same.Select(other => other.Base.Span).Where(span => span != first.Base.Span).Select(span => span.ToString());
        return (
                stages.Distinct().ToList() is { Count: > 0 } others
                    ? $", together with {NameList.Of(others, MostNames)}, as what one stage builds needs the libraries that it was built with"
                    : ""
            )
            + (
                same.Exists(package => package.Package.Value.StartsWith("libssl", StringComparison.Ordinal))
                    ? $", and with it what is held to OpenSSL 1, since supported releases have OpenSSL 3{(deployment.Of<LockFile>().FirstOrDefault(held => held.Tool == "cargo") is { } rust ? $" (look for an old openssl-sys in {rust.File.Path})" : "")}"
                    : ""
            );
    }

    /// <summary>An expired key makes the package manager refuse what is signed with it.</summary>
    /// <remarks>Source: ftp-master.debian.org, "Archive Signing Keys".</remarks>
    private static string Unsigned(SystemPackage package) =>
        package.Releases[0] == "Debian 8" ? " with `[trusted=yes]` in its sources.list, as the keys of that release have expired" : "";
}
