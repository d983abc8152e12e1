using System.Reflection;
using System.Text.RegularExpressions;
using Seaworthy.Reading.Discovery;
using Xunit;

namespace Seaworthy.Fuzz;

/// <summary>Expressions that would try every way of taking a text apart before they say no: a file of comments once kept an audit busy for ever.</summary>
public sealed class RegularExpressionTests
{
    // Far more than a linear expression needs for a few thousand letters on any machine; one that doubles its work with each letter never ends.
    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(20);

    private static readonly string[] Pieces =
    [
        "a",
        "a ",
        "a-",
        "a.",
        "a:",
        "a_",
        "A1",
        "0",
        " ",
        "\n",
        "\t ",
        "//a\n",
        "/**/",
        "/*a*/ ",
        "//",
        "/a/..",
        "../",
        "\\a",
        "--a ",
        "-a",
        "{a",
        "{{a}",
        "#A",
        "@A",
        "%A",
        "__A",
        "<a ",
        "(",
        "(a",
        "[]",
        "['a']",
        "'",
        "\"a\"",
        "env",
        "a=b ",
        "a,b",
        "print(a);",
        "import sys;",
        "npm run ",
        "@ConditionalOnProperty(",
        "kind: A\n",
    ];

    public static TheoryData<string, RegexOptions> Expressions =>
        [
            .. typeof(IgnoreFile)
                .Assembly.GetReferencedAssemblies()
                .Where(name => name.Name?.StartsWith("Seaworthy.", StringComparison.Ordinal) == true)
                .Select(Assembly.Load)
                .Append(typeof(IgnoreFile).Assembly)
                .SelectMany(assembly => assembly.GetTypes())
                .SelectMany(type => type.GetMethods(BindingFlags.Static | BindingFlags.NonPublic | BindingFlags.Public))
                .Select(method => method.GetCustomAttribute<GeneratedRegexAttribute>())
                .OfType<GeneratedRegexAttribute>()
                .Select(attribute => (attribute.Pattern, attribute.Options)),
        ];

    [Theory]
    [MemberData(nameof(Expressions))]
    public void No_text_keeps_an_expression_busy(string pattern, RegexOptions options)
    {
        Regex expression = new(pattern, options, Deadline);
        foreach (var piece in Pieces)
        {
            var text = string.Concat(Enumerable.Repeat(piece, 2_000 / piece.Length));
            // RegexMatchTimeoutException: the expression tries every way.
            _ = expression.IsMatch(text);
            _ = expression.IsMatch(text + "\u0001");
            _ = expression.IsMatch("a" + text + "=");
        }
    }
}
