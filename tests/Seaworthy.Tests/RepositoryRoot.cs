namespace Seaworthy.Tests;

/// <summary>Where the sources stand, for tests that look at them.</summary>
internal static class RepositoryRoot
{
    public static string Path { get; } = Find();

    private static string Find()
    {
        for (var at = new DirectoryInfo(AppContext.BaseDirectory); at is not null; at = at.Parent)
        {
            if (File.Exists(System.IO.Path.Combine(at.FullName, "Seaworthy.slnx")))
            {
                return at.FullName;
            }
        }

        throw new InvalidOperationException("the tests do not run inside their repository");
    }
}
