using Seaworthy.Model;
using Seaworthy.Model.Declared.Code;

namespace Seaworthy.Reading.Linking.Capabilities;

/// <summary>Tests that their names do not show: <c>test/index.ts</c>, <c>shop/tests.py</c>, a module of Rust beside what it tests.</summary>
internal static class SourceTests
{
    // By these a file that its name does not tell from a fixture is known as a test.
    private static readonly string[] Cases =
    [
        "describe(",
        "def test_",
        "(TestCase)",
        "@Test\n",
        "[Test]",
        "[Fact]",
        "[TestMethod]",
        "Deno.test(",
    ];

    public static IReadOnlyList<string> Of(Deployment deployment) =>
        [
            .. deployment
                .Of<CodeFile>()
                .Where(code =>
                    code.IsTest
                        ? WordSearch.First([code.File], Cases) is not null
                        : code.Language == Language.Rust && code.File.Text.Contains("#[cfg(test)]", StringComparison.Ordinal)
                )
                .Select(code => code.File.Path),
        ];
}
