using Seaworthy.Engine;
using Seaworthy.Model.Source;
using Seaworthy.Reading.Discovery;
using Xunit;

namespace Seaworthy.Fuzz.Engine;

/// <summary>Trees that hold thousands of one thing that refers to others: the work of an audit grows in proportion, counted by what it allocates.</summary>
[Collection(nameof(Measured))]
public sealed class LargeFileTests
{
    [Theory]
    [InlineData("FROM debian:12\n", "RUN apt-get install -y curl && cd /x && ./a.sh\n")]
    [InlineData("FROM debian:12\nWORKDIR /app\n", "RUN apt-get install -y p# && cd x# && ./a#.sh && node b#.js\n")]
    [InlineData("FROM node:20\nENV NODE_ENV=production\nWORKDIR /app\nCOPY . .\n", "RUN npm ci --omit=dev && npm run build\n")]
    [InlineData("FROM node:20\nWORKDIR /app\n", "COPY . b#/\nRUN cd b# && ./x.sh\n")]
    [InlineData("FROM node:20\nCOPY package.json .\n", "RUN npm run build || true\nCOPY x y\nRUN npm run build\n")]
    [InlineData("FROM debian:12\nCOPY . .\n", "RUN chmod +x a.sh && ./a.sh\n")]
    [InlineData(
        "FROM debian:12\n",
        "RUN --mount=type=cache,target=/c# --mount=type=bind,source=a#,target=/a# apt-get install -y x# && ./a#.sh\n"
    )]
    [InlineData("FROM debian:12\n", "ARG A#\nENV B#=$A#\nRUN echo $A# $B# $C#\n")]
    [InlineData("", "FROM debian:12 AS s#\nRUN echo #\n")]
    [InlineData("", "FROM debian:12 AS s#\nCOPY --from=s# /a /b\nRUN --mount=type=bind,from=s# ./a\n")]
    [InlineData("FROM debian:12\nRUN true", " && apt-get install -y p# && cd /x# && ./a#.sh")]
    [InlineData("FROM debian:12\nRUN true", "; python3 x#.py")]
    [InlineData("FROM debian:12\nENV X=y", " A#=$B#")]
    public void A_long_Dockerfile(string head, string piece) =>
        Growth.OfAllocation(
            250,
            count =>
                Answer([
                    new MemoryFile("Dockerfile", head + Repeated(piece, count) + "\nCMD [\"./a.sh\"]\n"),
                    new MemoryFile("a.sh", "#!/bin/sh\necho\n"),
                    new MemoryFile("package.json", """{"name":"a","scripts":{"build":"tsc"},"devDependencies":{"typescript":"5.0.0"}}"""),
                ])
        );

    [Fact]
    public void Directories_below_each_other() =>
        Growth.OfAllocation(
            1_000,
            count =>
                Answer([
                    new MemoryFile(
                        "Dockerfile",
                        "FROM debian:12\n" + Repeated("WORKDIR a#\nRUN ./x.sh\n", count) + "RUN true" + Repeated(" && cd x#", count)
                    ),
                ])
        );

    [Fact]
    public void Many_Dockerfiles_of_one_context_with_a_long_ignore_file() =>
        Growth.OfAllocation(
            100,
            count =>
                Answer([
                    .. Enumerable
                        .Range(0, count)
                        .Select(index => new MemoryFile($"Dockerfile.{index}", $"FROM debian:12\nCOPY a{index} .\nCMD [\"./a.sh\"]\n")),
                    new MemoryFile(".dockerignore", Repeated("b#/*.x\n", count)),
                ])
        );

    [Fact]
    public void A_long_readme_and_programs_that_it_names() =>
        Growth.OfAllocation(
            500,
            count =>
                Answer([new MemoryFile("README.md", "# Shop\n" + Repeated("Run:\n```sh\n./c#.sh\nkubectl apply -f d#.yaml\n```\n", count))])
        );

    [Fact]
    public void Values_of_a_chart_that_nothing_defines() =>
        Growth.OfAllocation(
            500,
            count =>
                Answer([
                    new MemoryFile("c/Chart.yaml", "apiVersion: v2\nname: c\nversion: 1.0.0\n"),
                    new MemoryFile("c/values.yaml", Repeated("v#: x\n", count)),
                    new MemoryFile(
                        "c/templates/a.yaml",
                        "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\ndata:\n"
                            + Repeated("  k#: {{ .Values.v# }}\n  l#: {{ .Values.w# }}\n", count)
                    ),
                ])
        );

    [Theory]
    [InlineData("${A:-")]
    [InlineData("${A")]
    public void A_reference_that_is_never_closed(string piece) =>
        Growth.OfAllocation(
            2_000,
            count =>
            {
                var text = string.Concat(Enumerable.Repeat(piece, count));
                Answer([
                    new MemoryFile(".env", $"A={text}\n"),
                    new MemoryFile(
                        "compose.yaml",
                        $"services:\n  a:\n    image: {text}\n    command: {text}\n    env_file: .env\n    environment:\n      X: {text}\n"
                    ),
                ]);
            }
        );

    [Fact]
    public void A_long_script_and_a_long_makefile() =>
        Growth.OfAllocation(
            250,
            count =>
                Answer([
                    new MemoryFile(
                        "a.sh",
                        "#!/bin/bash\nset -e\n" + Repeated("A#=$A#\ncurl http://x#/ | ./b#.sh\ndocker build -t x# .\n", count)
                    ),
                    new MemoryFile("Makefile", Repeated("t#:\n\t./b#.sh\n\tnpm run y#\n", count)),
                    new MemoryFile("Dockerfile", "FROM debian:12\nCOPY a.sh .\nCMD [\"./a.sh\"]\n"),
                ])
        );

    [Fact]
    public void Scripts_of_a_package_that_call_each_other() =>
        Growth.OfAllocation(
            250,
            count =>
                Answer([
                    new MemoryFile(
                        "package.json",
                        "{\"name\":\"a\",\"scripts\":{"
                            + string.Concat(Enumerable.Range(0, count).Select(index => $"\"s{index}\":\"npm run s{index + 1}\",\n"))
                            + "\"start\":\"npm run s0\",\"build\":\"npm run s0\"}}"
                    ),
                    new MemoryFile(
                        "Dockerfile",
                        "FROM node:20\nWORKDIR /app\nCOPY . .\nRUN npm ci && npm run build\nCMD [\"npm\", \"start\"]\n"
                    ),
                ])
        );

    [Theory]
    [InlineData("ENV A#=$A@$A@$A@$A@$A@$A@$A@$A@$A@$A@\n", "Dockerfile", "FROM debian:12\nENV A0=xxxxxxxxxx\n", "RUN ./$A15\n")]
    [InlineData("A#=$A@$A@$A@$A@$A@$A@$A@$A@$A@$A@\n", "a.sh", "#!/bin/sh\nA0=xxxxxxxxxx\n", "./b.sh $A15\n")]
    [InlineData(
        "a#=${a@}${a@}${a@}${a@}${a@}${a@}${a@}${a@}\n",
        "src/main/resources/application.properties",
        "a0=x\n",
        "server.port=${a15}\n"
    )]
    public void A_value_that_asks_for_another_many_times_ends(string piece, string path, string head, string tail)
    {
        var lines = Enumerable
            .Range(1, 15)
            .Select(index =>
                piece.Replace("#", $"{index}", StringComparison.Ordinal).Replace("@", $"{index - 1}", StringComparison.Ordinal)
            );
        var before = GC.GetTotalAllocatedBytes(precise: true);

        Answer([
            new MemoryFile(path, head + string.Concat(lines) + tail),
            new MemoryFile(
                "pom.xml",
                "<project><artifactId>a</artifactId><dependencies><dependency><artifactId>spring-boot-starter-web</artifactId></dependency></dependencies></project>"
            ),
            new MemoryFile("src/main/java/A.java", "@SpringBootApplication class A { @Value(\"${a15}\") String x; }"),
        ]);

        Assert.True(GC.GetTotalAllocatedBytes(precise: true) - before < 500_000_000);
    }

    [Fact]
    public void Many_lines_of_gitignore_and_many_files()
    {
        Growth.OfText(
            count => Repeated("b#*x/**/c\n*b#*x\n/b#/\nb#.txt\n", count),
            8_000,
            text =>
            {
                IgnoreRuleSet rules = new();
                rules.Add(IgnoreFile.Parse(new SourceFile(".gitignore", text), ""));
                for (var index = 0; index < text.Length / 40; index++)
                {
                    Assert.Null(rules.Find($"d{index % 50}/a{index}.yaml", isDirectory: false));
                }
            }
        );
    }

    private static string Repeated(string piece, int count) =>
        string.Concat(Enumerable.Range(0, count).Select(index => piece.Replace("#", $"{index}", StringComparison.Ordinal)));

    private static void Answer(IReadOnlyList<MemoryFile> files)
    {
        using MemoryRepository repository = new(files);

        var report = Audit.Run(repository);

        Assert.Empty(
            report
                .Diagnostics.Where(diagnostic => diagnostic.Trace is { Length: > 0 })
                .Select(diagnostic => $"{diagnostic.Path}: {diagnostic.Trace}")
        );
    }
}
