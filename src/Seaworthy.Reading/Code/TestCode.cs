using Seaworthy.Model.Source;

namespace Seaworthy.Reading.Code;

/// <summary>Which source is never part of what is deployed: tests, fixtures, mocks, stories, examples.</summary>
internal static class TestCode
{
    // A program about tests serves them: routes/tests.ts.
    private static readonly string[] RouteDirectories = ["routes", "routers", "controllers", "handlers", "endpoints"];

    public static bool IsTest(string path)
    {
        var name = path[(path.LastIndexOf('/') + 1)..];
        return IsTestName(name) || (IsPlain(name) && !IsAmongRoutes(path)) || HasTestDirectory(path) || IsTestScript(path);
    }

    private static bool IsPlain(string name) => name[..Math.Max(0, name.LastIndexOf('.'))] is "test" or "tests";

    private static bool IsAmongRoutes(string path) =>
        path.Split('/') is [.., var directory, _] && RouteDirectories.Contains(directory, StringComparer.OrdinalIgnoreCase);

    /// <summary><c>functional-tests-all.js</c>, <c>create-test-users.py</c> at the root or among the scripts. Deeper down, a lab's tests may be the business of the product.</summary>
    private static bool IsTestScript(string path)
    {
        var slash = path.LastIndexOf('/');
        var name = path[(slash + 1)..];
        return (slash < 0 || path[..slash].EndsWith("scripts", StringComparison.OrdinalIgnoreCase))
            && name.Split('-', '_', '.').SkipLast(1).Any(word => word is "test" or "tests" or "e2e");
    }

    private static bool HasTestDirectory(string path)
    {
        var rest = path.AsSpan();
        for (var slash = rest.IndexOf('/'); slash >= 0; slash = rest.IndexOf('/'))
        {
            if (
                IsOfTests(rest[..slash])
                || rest[..slash].EndsWith(".Tests", StringComparison.OrdinalIgnoreCase)
                || rest[..slash].EndsWith(".Test", StringComparison.OrdinalIgnoreCase)
            )
            {
                return true;
            }

            rest = rest[(slash + 1)..];
        }

        return false;
    }

    // "specs" and "stories" may hold anything but source.
    private static bool IsOfTests(ReadOnlySpan<char> directory) =>
        (FilePurposes.OfName(directory) & (FilePurpose.Test | FilePurpose.Fixture | FilePurpose.Example)) != 0
        || directory.Equals("specs", StringComparison.OrdinalIgnoreCase)
        || directory.Equals("stories", StringComparison.OrdinalIgnoreCase)
        || directory.Equals(".storybook", StringComparison.OrdinalIgnoreCase);

    private static bool IsTestName(string name)
    {
        var stem = name.AsSpan(0, Math.Max(0, name.LastIndexOf('.')));
        return stem.EndsWith(".test", StringComparison.OrdinalIgnoreCase)
            || stem.EndsWith(".spec", StringComparison.OrdinalIgnoreCase)
            || stem.EndsWith(".e2e-spec", StringComparison.OrdinalIgnoreCase)
            || stem.EndsWith(".cy", StringComparison.Ordinal)
            || stem.EndsWith(".stories", StringComparison.OrdinalIgnoreCase)
            || stem.EndsWith(".mock", StringComparison.OrdinalIgnoreCase)
            || stem.EndsWith(".example", StringComparison.OrdinalIgnoreCase)
            || stem.EndsWith(".sample", StringComparison.OrdinalIgnoreCase)
            || stem.EndsWith("_test", StringComparison.Ordinal)
            || stem.EndsWith("_tests", StringComparison.Ordinal)
            || stem.StartsWith("test_", StringComparison.Ordinal)
            || stem.StartsWith("test-", StringComparison.Ordinal)
            || stem is "conftest" or "setupTests"
            || name.StartsWith("jest.", StringComparison.Ordinal)
            || name.StartsWith("vitest.", StringComparison.Ordinal)
            || name.StartsWith("playwright.", StringComparison.Ordinal)
            || name.StartsWith("cypress.", StringComparison.Ordinal)
            || (
                name.EndsWith(".cs", StringComparison.Ordinal)
                && (stem.EndsWith("Tests", StringComparison.Ordinal) || stem.EndsWith("Test", StringComparison.Ordinal))
            );
    }
}
