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
            Title = "Unavailable system package",
            Area = Area.Containers,
            Severity = Severity.Critical,
            Rationale = "The next build without a cache fails, or lacks the package, although nothing in the repository changed.",
            Holds = "The release of the base image has the installed packages, as far as is known.",
        };

    public override IEnumerable<IReadOnlyList<SystemPackage>> Subjects(Deployment deployment) =>
        deployment
            .All<SystemPackage>()
            .GroupBy(package => new
            {
                package.Base.Span,
                IsAbsent = package.IsAbsent || package.Archive is not null || package.ForeignVersion is not null,
            })
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

        if (first is { IsAbsent: false, ForeignVersion: { } version })
        {
            yield return Stops(
                    first,
                    $"{first.Subject} installs {first.Package.Value} in version {version} of Ubuntu, but `{first.Base.Value}` is {string.Join(" or ", first.Releases)}, which has no such version."
                )
                .Related(first.Base.Span)
                .Related(subject.Skip(1).Select(package => package.Package.Span))
                .Remedy($"Remove the version in {first.Package.Span}, or use an Ubuntu base image in {first.Base.Span}.")
                .Verify(BuiltImage.Build(first.Subject, deployment));
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
            ? Warn(first.Package.Span, Message("which has no such package: apt treats the name as a pattern and silently installs nothing"))
                .As(Severity.Medium)
            : Stops(first, Message("which has no such package"));
        yield return verdict
            .Related(first.Base.Span)
            .Related(subject.Skip(1).Select(package => package.Package.Span))
            .Remedy(
                isPattern
                    ? $"Install `python3` in {first.Package.Span}, or use a base image with {first.Package.Value} in {first.Base.Span}."
                : instead.Count > 0 ? $"Install {string.Join(", ", instead)} in {first.Package.Span}."
                : $"Use a base image of a release with {names} in {first.Base.Span}, or do without."
            )
            .Verify(BuiltImage.Build(first.Subject, deployment));

        string Message(string consequence) =>
            $"{first.Subject} installs {(isPattern ? first.Package.Value : names)}, but `{first.Base.Value}` is now {string.Join(" or ", first.Releases)}, {consequence}.";
    }

    private Verdict Stops(SystemPackage package, string message) =>
        package.IsForDevelopment ? Fail(package.Package.Span, message).As(Severity.High) : Fail(package.Package.Span, message);

    /// <summary>findutils, which every image of Debian has, breaks older releases of their minimal packages: the name as a pattern matches those, which no repository has.</summary>
    /// <remarks>Source: Debian, findutils, debian/control, Breaks; apt-get(8), "install".</remarks>
    private static bool IsTakenForPattern(string package) => package is "python3.4" or "python3.5";

    /// <summary>Nothing can be installed at all: the mirrors no longer have the release.</summary>
    private Verdict Archived(IReadOnlyList<SystemPackage> subject, string archive, Deployment deployment)
    {
        var first = subject[0];
        return Stops(
                first,
                $"{first.Subject} installs {first.Package.Value} on `{first.Base.Value}`, but the packages of {first.Releases[0]} moved from the mirrors to {archive}."
            )
            .Related(first.Base.Span)
            .Related(subject.Skip(1).Select(package => package.Package.Span))
            .Remedy(
                $"Use a base image of a supported release in {first.Base.Span}{Gone(subject)}{AlongWith(first, deployment)}; until then, point the package manager to {archive}{Unsigned(first)}."
            )
            .Verify(BuiltImage.Build(first.Subject, deployment));
    }

    /// <summary>What no supported release has under that name: another base alone would stop at the same line.</summary>
    private static string Gone(IReadOnlyList<SystemPackage> subject) =>
        subject.Where(package => package.IsGone).Select(package => package.Package.Value).Distinct().ToList() is { Count: > 0 } names
            ? $", and replace {NameList.Of(names, MostNames)} and its paths, which no supported Debian has"
            : "";

    /// <summary>What has to move together: the other stages on such a release, and what is pinned to its OpenSSL.</summary>
    /// <remarks>Source: packages.debian.org, <c>libssl-dev</c>: 3.0 since Debian 12; every older release is without support.</remarks>
    private static string AlongWith(SystemPackage first, Deployment deployment)
    {
        var same = deployment.All<SystemPackage>().Where(other => other.Subject == first.Subject && other.Archive is not null).ToList();
        var stages = same.Select(other => other.Base.Span).Where(span => span != first.Base.Span).Select(span => span.ToString());
        return (
                stages.Distinct().ToList() is { Count: > 0 } others
                    ? $", together with {NameList.Of(others, MostNames)}, since built programs need the libraries of their stage"
                    : ""
            )
            + (
                same.Exists(package => package.Package.Value.StartsWith("libssl", StringComparison.Ordinal))
                    ? $", and update what is pinned to OpenSSL 1, since supported releases have OpenSSL 3{(deployment.Of<LockFile>().FirstOrDefault(held => held.Tool == "cargo") is { } rust ? $" (look for an old openssl-sys in {rust.File.Path})" : "")}"
                    : ""
            );
    }

    /// <summary>An expired key makes the package manager refuse what is signed with it.</summary>
    /// <remarks>Source: ftp-master.debian.org, "Archive Signing Keys".</remarks>
    private static string Unsigned(SystemPackage package) =>
        package.Releases[0] == "Debian 8" ? " with `[trusted=yes]` in its sources.list, as the keys of that release have expired" : "";
}
