namespace Seaworthy.Model.Source;

/// <summary>Source on the JVM is in directories named after its package: <c>src/main/java/com/example/build/</c> is no example and no build.</summary>
public static class PackagePath
{
    private static readonly string[] Roots = ["src/main/java/", "src/main/kotlin/", "src/main/scala/", "src/main/groovy/"];

    /// <summary>The directories of a path that somebody named for what they hold, the package left out.</summary>
    public static string Outside(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        foreach (var root in Roots)
        {
            if (path.IndexOf(root, StringComparison.Ordinal) is >= 0 and var at)
            {
                return path[..(at + root.Length)];
            }
        }

        return path;
    }
}
