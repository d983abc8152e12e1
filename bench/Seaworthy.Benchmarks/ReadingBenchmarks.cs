using BenchmarkDotNet.Attributes;
using Seaworthy.Model.Declared.Code;
using Seaworthy.Model.Source;
using Seaworthy.Reading.Formats.Code;
using Seaworthy.Reading.Formats.Shell;
using Seaworthy.Reading.Formats.Yaml;
using Seaworthy.Reading.Readers;
using Seaworthy.Reading.Readers.Code;
using Seaworthy.Reading.Readers.Dockerfiles;

namespace Seaworthy.Benchmarks;

/// <summary>Single files of the kinds that fill repositories, about 100 KB each.</summary>
[MemoryDiagnoser]
public class ReadingBenchmarks
{
    private static readonly string Yaml = Repeat(
        "- name: a\n  image: 'b:1'\n  env: { A: \"x ${B:-c}\", D: *e }\n  &e list: [1, 2]\n  text: |\n    one\n    two\n",
        1_000
    );
    private static readonly string Dockerfile =
        "FROM node:22 AS build\n"
        + Repeat("RUN apt-get update && \\\n    npm ci --omit=dev\nCOPY --chown=1:1 a b ./c/\nENV A=\"b $C\"\n", 1_000);
    private static readonly string Script = Repeat(
        "if [ -f \"$A\" ]; then\n  docker build -t \"app:${TAG:-latest}\" . || exit 1\nfi\n",
        1_200
    );
    private static readonly string JavaScript = Repeat(
        "const a = process.env.A || 'b';\napp.get(`/x/${a}`, async (req, res) => { res.json({ a: [1, 2] }); });\n",
        1_000
    );
    private static readonly string Python = Repeat(
        "@app.get(\"/x\")\ndef f(q: int = 1):\n    return {\"a\": os.environ[\"A\"], \"b\": f\"{q!r}\"}\n",
        1_000
    );

    [Benchmark]
    public object ParseYaml() => YamlParser.Parse(new SourceFile("a.yaml", Yaml));

    [Benchmark]
    public object? ReadDockerfile() => new DockerfileReader().Read(new FileSyntax(new SourceFile("Dockerfile", Dockerfile)));

    [Benchmark]
    public object ParseShell() => ShellParser.Read(MappedText.Of(new SourceFile("a.sh", Script)));

    [Benchmark]
    public object ParseJavaScript() => CodeParser.Parse(new SourceFile("src/a.js", JavaScript), Language.JavaScript);

    [Benchmark]
    public object? ReadPython() =>
        CodeReaders.All.First(reader => reader.Accepts("a.py")).Read(new FileSyntax(new SourceFile("a.py", Python)));

    private static string Repeat(string piece, int times) => string.Concat(Enumerable.Repeat(piece, times));
}
