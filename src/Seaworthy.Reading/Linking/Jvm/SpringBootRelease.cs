using System.Text.RegularExpressions;
using Seaworthy.Model;
using Seaworthy.Model.Declared.Manifests;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;

namespace Seaworthy.Reading.Linking.Jvm;

/// <summary>The release of Spring Boot that a build takes: that of Maven's parent, or of Gradle's plugin, in its own file or in one that it inherits from.</summary>
/// <remarks>Source: Spring Boot documentation, "Maven Plugin", "Inheriting the Starter Parent POM"; "Gradle Plugin", "Getting Started".</remarks>
internal static partial class SpringBootRelease
{
    private const int MostParents = 8;

    public static Fact<string>? Of(Deployment deployment, Component component)
    {
        foreach (var build in component.Manifests.OfType<JavaBuild>())
        {
            var above =
                build.Tool == "maven"
                    ? Parents(deployment, build)
                    : RepositoryPath
                        .Ancestors(build.File.Directory)
                        .SelectMany(deployment.In<JavaBuild>)
                        .Where(other => other.Tool == "gradle");
            if (above.Prepend(build).Select(Stated).FirstOrDefault(release => release is not null) is { } found)
            {
                return found;
            }
        }

        return null;
    }

    private static IEnumerable<JavaBuild> Parents(Deployment deployment, JavaBuild build)
    {
        var at = build;
        for (var count = 0; count < MostParents && at.Parent is { } parent; count++)
        {
            if (
                deployment.Of<JavaBuild>().FirstOrDefault(other => other.Tool == "maven" && other.Name?.Value == parent.Value)
                is not { } found
            )
            {
                yield break;
            }

            yield return at = found;
        }
    }

    private static Fact<string>? Stated(JavaBuild build)
    {
        if (build is { Parent.Value: "spring-boot-starter-parent", ParentVersion: { } version })
        {
            return IsRelease(version.Value) ? version : null;
        }

        var stated = (build.Tool == "maven" ? MavenDependencies() : GradlePlugin()).Match(build.File.Text);
        if (!stated.Success)
        {
            return null;
        }

        var group = stated.Groups[1];
        var release = build.Properties.FirstOrDefault(property => $"${{{property.Key}}}" == group.Value)?.Value ?? group.Value;
        return IsRelease(release) ? new Fact<string>(release, new SourceSpan(build.File, group.Index, group.Length)) : null;
    }

    private static bool IsRelease(string text) => text is [>= '1' and <= '9', '.', ..];

    [GeneratedRegex(
        @"<artifactId>\s*spring-boot-dependencies\s*</artifactId>\s*<version>\s*([^<\s]+)\s*</version>",
        RegexOptions.None,
        1000
    )]
    private static partial Regex MavenDependencies();

    [GeneratedRegex("""org\.springframework\.boot['"]\)?\s*version\s*\(?['"]([^'"]+)['"]""", RegexOptions.None, 1000)]
    private static partial Regex GradlePlugin();
}
