using Seaworthy.Model.Declared.Code;
using Seaworthy.Model.Source;
using Seaworthy.Reading.Formats.Code;
using Xunit;

namespace Seaworthy.Tests.Reading.Formats.Code;

public sealed class CodeRobustnessTests
{
    private const string Sample = """
        import { a as b } from 'x'; @app.get("/x", y=1) async function* f<T>(a: B<C> = {d: `e${g(1)}h`}) : D { return <p a="b">c {d}</p> }
        class A(B): C { x: int = f'{y!r:>{w}}'; #[z(q = "1")] fn m<'a>(&self) -> R { r#"s"#; 'c'; if (x) { y[0]!.z?.(1) } } }
        var s = $@"a""{b}" + $$"{{c}}" + \"\"\"raw\"\"\"; export default { a, 'b': [1, 2], ...c }; go func() { T{A: 1} }() /re[/]g/ >> 2
        """;

    public static TheoryData<Language> Languages =>
        [
            Language.JavaScript,
            Language.TypeScript,
            Language.Python,
            Language.Rust,
            Language.CSharp,
            Language.Go,
            Language.Php,
            Language.Ruby,
            Language.Dart,
        ];

    [Theory]
    [MemberData(nameof(Languages))]
    public void Every_beginning_of_a_file_is_read(Language language)
    {
        for (var length = 0; length <= Sample.Length; length++)
        {
            CheckSpans(Parsed.From(language, Sample[..length]));
            CheckSpans(Parsed.From(language, Sample[length..]));
        }
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void Noise_is_read(Language language)
    {
        var seed = 5u;
        const string alphabet = "()[]{}<>'\"`$@#/\\*=:;,.!?&|+- \n\tabrf01_";
        for (var round = 0; round < 300; round++)
        {
            var text = new string([
                .. Enumerable.Range(0, round).Select(_ => alphabet[(int)((seed = (seed * 1664525) + 1013904223) >> 16) % alphabet.Length]),
            ]);
            CheckSpans(Parsed.From(language, text));
        }
    }

    private static void CheckSpans(CodeSyntax syntax)
    {
        foreach (var span in SpansOf(syntax))
        {
            Assert.InRange(span.Start, 0, syntax.File.Text.Length);
            Assert.InRange(span.End, span.Start, syntax.File.Text.Length);
        }
    }

    private static IEnumerable<SourceSpan> SpansOf(CodeSyntax syntax) =>
        [
            .. syntax.Imports.Select(import => import.Span),
            .. syntax.Assignments.Select(assignment => assignment.Span),
            .. syntax.Calls.Select(call => call.Span),
            .. syntax.Indexes.Select(index => index.Span),
            .. syntax.Functions.Select(function => function.Span),
            .. syntax.Functions.Select(function => syntax.Span(function.Body)),
            .. syntax.Classes.Select(found => found.Span),
            .. syntax.Decorators.Select(decorator => decorator.Span),
            .. syntax.Conditions.Select(condition => syntax.Span(condition.Body)),
            .. syntax.Objects.Select(value => value.Span),
            .. syntax.Exports.Select(export => export.Span),
        ];
}
