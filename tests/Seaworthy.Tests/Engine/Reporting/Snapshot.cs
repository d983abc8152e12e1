using Seaworthy.Engine;
using Xunit;

namespace Seaworthy.Tests.Engine.Reporting;

/// <summary>The bytes that a report had when somebody last read them. <c>SEAWORTHY_ACCEPT=1 ./test</c> writes them anew; the diff is then read like any other.</summary>
internal static class Snapshot
{
    public static void Matches(string name, string text)
    {
        var file = Path.Combine(RepositoryRoot.Path, "tests/Seaworthy.Tests/Engine/Reporting/Snapshots", name);
        // A release changes no report but for its number.
        var written = text.Replace($"\"{ProductVersion.Text}\"", "\"0.0.0\"", StringComparison.Ordinal);
        if (Environment.GetEnvironmentVariable("SEAWORTHY_ACCEPT") == "1")
        {
            File.WriteAllText(file, written);
        }

        Assert.Equal(File.ReadAllText(file), written);
    }
}
