using System.Buffers;
using System.Globalization;
using Seaworthy.Model.Known.Runtimes;

namespace Seaworthy.Model.Known.Tags;

/// <summary>What a registry answers with "not found": tags that an image never had, and those that were taken away.</summary>
public static class MissingImages
{
    private const string Bitnami = "bitnami/";

    // Source: bitnami/containers, issue 83640: what was built upon these was not copied, or by chance.
    private static readonly string[] LeftByBitnami = ["-debian-8-", "-debian-9-", "-debian-10-", "-centos-7-", "-ol-7-"];

    private static readonly SearchValues<char> Hexadecimal = SearchValues.Create("0123456789abcdef");

    /// <summary>Null for an image that is there, or of which nothing is known.</summary>
    public static MissingImage? Find(ImageReference image) =>
        MissingLatest.Find(image) is { } untagged ? untagged
        : image.IsOnHub && image.Repository is "minio/minio" or "minio/mc" ? OfMinio(image.Repository == "minio/mc")
        : image.IsOnHub && MicrosoftImages.Find(image.Repository) is { } moved ? moved
        : image.Digest is { } digest ? Refused(digest)
        : !image.IsOnHub ? null
        : image.Repository == "openjdk" ? OpenJdk(image.EffectiveTag)
        : image.Repository.StartsWith(Bitnami, StringComparison.Ordinal) ? OfBitnami(image)
        : image.IsOfficial ? NeverPublished(image)
        : null;

    /// <summary>A digest that is none: the name is refused before any registry is asked.</summary>
    /// <remarks>Source: OCI image specification, "Descriptors", "Digests".</remarks>
    private static MissingImage? Refused(string digest)
    {
        const string Algorithm = "sha256:";
        const int Digits = 64;
        if (!digest.StartsWith(Algorithm, StringComparison.Ordinal))
        {
            return null;
        }

        var digits = digest.Length - Algorithm.Length;
        return digits == Digits && digest.AsSpan(Algorithm.Length).IndexOfAnyExcept(Hexadecimal) < 0
            ? null
            : new MissingImage(
                digits == Digits
                    ? "its digest contains letters that are not hexadecimal, so the name is rejected"
                    : $"its digest has {digits} digits instead of {Digits}, so the name is rejected",
                "the digest that the registry shows"
            )
            {
                IsNoName = true,
            };
    }

    /// <summary>MinIO gives out its source alone since October 2025, and its registry at Quay refuses the older releases since the same autumn.</summary>
    /// <remarks>Source: minio/minio, issue 21647; dandi/dandi-archive, pull request 2922, and makeplane/plane, pull request 9829, of September 2026.</remarks>
    private static MissingImage OfMinio(bool isClient) =>
        new(
            "MinIO removed its images there in September 2026",
            isClient
                ? "an image with `mc` built from its source in your own registry, or another S3 client and its commands,"
                : "a maintained S3-compatible store, or an image of MinIO built from its source in your own registry,"
        )
        {
            IsWithdrawn = true,
        };

    /// <summary>Only releases in full and previews are left: <c>11.0.16-jre</c>, <c>8u342</c>, <c>27-ea</c>.</summary>
    /// <remarks>Source: docker-library/openjdk, pull request 550, of 2025-11-03.</remarks>
    private static MissingImage? OpenJdk(string tag)
    {
        var parts = tag.Split('-');
        if (
            !parts[0].All(char.IsAsciiDigit)
            || parts[0].Length == 0
            || parts.Any(part => part.StartsWith("ea", StringComparison.Ordinal) || part.StartsWith("rc", StringComparison.Ordinal))
        )
        {
            return null;
        }

        var kind = parts.Contains("jre") ? "jre" : "jdk";
        var system = parts.Any(part => part.StartsWith("alpine", StringComparison.Ordinal)) ? "-alpine" : "";
        return new MissingImage(
            "since November 2025 openjdk has only full releases and previews there",
            $"eclipse-temurin:{NearestOfTemurin(int.Parse(parts[0], CultureInfo.InvariantCulture))}-{kind}{system}"
        );
    }

    /// <summary>The same major version, or the next one that Temurin built; it began with 8, 11 and 16.</summary>
    /// <remarks>Source: Docker Hub, eclipse-temurin, tags.</remarks>
    private static int NearestOfTemurin(int version) =>
        version switch
        {
            < 8 => 8,
            9 or 10 => 11,
            > 11 and < 16 => 17,
            _ => version,
        };

    /// <summary>Tags of releases moved to <c>bitnamilegacy</c>, which gets no fixes any more; Kafka lost even <c>latest</c>.</summary>
    /// <remarks>Source: bitnami/containers, issues 83267, 86597 and 88999, of 2025-09-29 and after.</remarks>
    private static MissingImage? OfBitnami(ImageReference image)
    {
        var name = image.Repository[Bitnami.Length..];
        if (name is "airflow-worker" or "airflow-scheduler")
        {
            // Source: bitnami/containers, pull request 74994 and issue 82470.
            return new MissingImage("Bitnami removed it in June 2025, because one Airflow image has all its parts", "apache/airflow");
        }

        if (name == "elasticsearch-curator")
        {
            // Source: bitnami/containers, issue 39796.
            return new MissingImage("Bitnami dropped it in July 2023", "untergeek/curator, which its author publishes,");
        }

        var isRelease = char.IsAsciiDigit(image.EffectiveTag[0]);
        return (isRelease || name == "kafka") && !name.StartsWith("sealed-secrets", StringComparison.Ordinal)
            ? new MissingImage(
                "Bitnami moved its images away from this name in September 2025",
                isRelease && WasLeft(image.EffectiveTag)
                        ? $"a maintained image, or a release in bitnamilegacy/{name} on Debian 11 or 12 (older ones were not moved there, and none gets fixes),"
                    : isRelease ? $"bitnamilegacy/{name}:{image.EffectiveTag}, which gets no fixes, or a maintained image"
                    : "bitnamilegacy/kafka with a release, which reads the same variables and gets no fixes, or apache/kafka, which reads others (KAFKA_ for KAFKA_CFG_) and keeps its data elsewhere,"
            )
            : null;
    }

    private static bool WasLeft(string tag) => Array.Exists(LeftByBitnami, system => $"{tag}-".Contains(system, StringComparison.Ordinal));

    private static MissingImage? NeverPublished(ImageReference image)
    {
        if (OfficialTags.Of(image.Repository) is not { } tags || tags.Had(image.EffectiveTag) != false)
        {
            return null;
        }

        var instead = tags.Instead(image.EffectiveTag).Select(tag => $"{image.Repository}:{tag}").ToList();
        if (OfSameJava(image, tags) is { } same)
        {
            return same;
        }

        return new MissingImage(
            tags.IsEnded ? "the official image ended before that release" : "the official image never had that tag",
            instead.Count > 0 ? string.Join(" or ", instead)
                : tags.IsEnded ? Successor(image)
                : null
        );
    }

    /// <summary>A build tool whose tag names a release of Java: sources that are for that one build with no other.</summary>
    private static MissingImage? OfSameJava(ImageReference image, OfficialTags tags)
    {
        if (
            image.Repository is not ("gradle" or "maven")
            || ImageRuntime.Of(image) is not { Runtime: "java", Version: { } java }
            || !int.TryParse(java, NumberStyles.None, CultureInfo.InvariantCulture, out var release)
        )
        {
            return null;
        }

        const string Reason = "the official image never had that tag";
        var isGradle = image.Repository == "gradle";
        var system = image.EffectiveTag.Contains("alpine", StringComparison.Ordinal) ? "-alpine" : "";
        var number = image.EffectiveTag.Split('-')[0];
        // A new release of Maven builds what an old one did; one of Gradle does not.
        string[] numbers = isGradle ? [number] : [number, "3"];
        string[] variants = isGradle ? [$"jdk{java}"] : [$"eclipse-temurin-{java}", $"openjdk-{java}", $"jdk-{java}"];
        var same = numbers
            .SelectMany(_ => variants, (version, variant) => $"{version}-{variant}")
            .SelectMany(tag => new[] { tag + system, tag }.Distinct())
            .FirstOrDefault(tag => tags.Had(tag) == true);
        if (same is not null)
        {
            return new MissingImage(Reason, $"{image.Repository}:{same}");
        }

        var (tool, wrapper) = isGradle ? ("Gradle", "gradlew") : ("Maven", "mvnw");
        var bare = $"eclipse-temurin:{NearestOfTemurin(release)}-jdk{system}";
        return new MissingImage(Reason, $"{bare}, with {tool} installed in it,")
        {
            Wrapper = wrapper,
            InsteadWithWrapper = $"{bare}, and build with the wrapper (`./{wrapper}`),",
        };
    }

    private static string? Successor(ImageReference image) =>
        image.Repository is "vault" or "consul" ? $"hashicorp/{image.Repository}:{image.EffectiveTag}" : null;
}
