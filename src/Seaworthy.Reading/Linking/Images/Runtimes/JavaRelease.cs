using Seaworthy.Model.Declared.Manifests;

namespace Seaworthy.Reading.Linking.Images.Runtimes;

/// <summary>The release of Java that Maven compiles for.</summary>
/// <remarks>Sources: Maven Compiler Plugin, "Setting the --release of the Java Compiler"; Spring Boot's parent, which takes <c>java.version</c> for it.</remarks>
internal static class JavaRelease
{
    /// <summary>Null when the file does not say it with a property that the compiler is known to take.</summary>
    public static RuntimeRequirement? Of(JavaBuild build)
    {
        var stated = build.Runtimes.Where(runtime => runtime.Runtime == "java" && IsTaken(build, runtime)).ToList();
        return stated.Find(runtime => runtime.Span.Line.Contains("maven.compiler.release", StringComparison.Ordinal))
            ?? (stated.Count > 0 && stated.TrueForAll(runtime => runtime.Version == stated[0].Version) ? stated[0] : null);
    }

    private static bool IsTaken(JavaBuild build, RuntimeRequirement runtime) =>
        runtime.Span.Line.Contains("maven.compiler.", StringComparison.Ordinal)
        || build.Parent?.Value.StartsWith("spring-boot-", StringComparison.Ordinal) == true
        || build.File.Text.Contains("${java.version}", StringComparison.Ordinal);
}
