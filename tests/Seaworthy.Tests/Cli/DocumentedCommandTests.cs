using System.Diagnostics;
using System.Text.RegularExpressions;
using Seaworthy.Tests.Engine.Importing;
using Seaworthy.Tests.Reading.Discovery;
using Seaworthy.Tests.Tidy;
using Xunit;

namespace Seaworthy.Tests.Cli;

/// <summary>Every command line that a document or the help shows is one that the program takes.</summary>
public sealed partial class DocumentedCommandTests(DocumentedCommandTests.Shop shop) : IClassFixture<DocumentedCommandTests.Shop>
{
    // Needs the network, or never ends.
    private static readonly string[] Elsewhere = ["owner/name", "URL", "watch", "--http"];

    // They change what runs on the machine: their own tests run them.
    private static readonly string[] Deploying =
    [
        "deploy",
        "rollback",
        "restore",
        "backup",
        "drill",
        "lock",
        "unlock",
        "down",
        "logs",
        "verify",
        "status",
        "releases",
        "audit-log",
        "secrets",
        "certificates",
    ];

    // Named in prose, without an argument.
    private static readonly string[] Named = ["seaworthy explain", "seaworthy audit --import", "seaworthy check"];

    public static TheoryData<string> Commands =>
        [
            .. Documents()
                .SelectMany(file => Written().Matches(File.ReadAllText(file)).Select(match => Runnable(match.Groups["line"].Value)))
                .Where(line =>
                    !Named.Contains(line)
                    && !Deploying.Contains(line.Split(' ').ElementAtOrDefault(1))
                    && !Elsewhere.Any(part => line.Contains(part, StringComparison.Ordinal))
                )
                .Distinct(StringComparer.Ordinal)
                .Order(StringComparer.Ordinal),
        ];

    [Theory]
    [MemberData(nameof(Commands))]
    public void Every_command_that_is_shown_can_be_run(string line)
    {
        Assert.SkipUnless(File.Exists("/bin/sh"), "the lines are written for a shell");

        var (code, error) = shop.Run(line);

        Assert.True(code is 0 or 1, $"'{line}' ends with {code}: {error}");
    }

    [Fact]
    public void There_are_many()
    {
        Assert.InRange(Commands.Count, 45, 200);
    }

    private static IEnumerable<string> Documents() =>
        DocumentTests
            .Documents.Select(row => Path.Combine(RepositoryRoot.Path, row.Data))
            .Concat(Directory.EnumerateFiles(Path.Combine(RepositoryRoot.Path, "packaging")))
            .Concat(Directory.EnumerateFiles(Path.Combine(RepositoryRoot.Path, "src", "Seaworthy.Cli", "Commands"), "*Command*.cs"));

    /// <summary>The command alone: without what is said of it, what receives its output, and the brackets around what may be left out.</summary>
    private static string Runnable(string line)
    {
        line = Aside().Replace(line, "");
        line = Placeholder()
            .Replace(
                line,
                match =>
                    match.Value switch
                    {
                        "[BASE..HEAD]" => "HEAD~1..HEAD",
                        _ => "",
                    }
            );
        return line.Replace("create|update|prune", "create", StringComparison.Ordinal)
            .Replace("BASE..HEAD", "HEAD~1..HEAD", StringComparison.Ordinal)
            .Replace("CLAIMS.json", "claims.json", StringComparison.Ordinal)
            .Replace("RULE", "files/duplicate-key", StringComparison.Ordinal)
            .Replace("custom/ID", "files/duplicate-key", StringComparison.Ordinal)
            .Replace("PATH", ".", StringComparison.Ordinal)
            .Replace("env NAME", "env DATABASE_URL", StringComparison.Ordinal)
            .Replace("NAME", "startup", StringComparison.Ordinal)
            .Replace("examples/shop", ".", StringComparison.Ordinal)
            .Trim();
    }

    // A line of its own, a step of a pipeline, or words between backticks.
    [GeneratedRegex(
        @"(?:^ +(?:- )?|`)(?<line>seaworthy(?: (?![\\""{])[^`\n]*|(?=`)))",
        RegexOptions.Multiline | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Written();

    [GeneratedRegex(@" {2,}[^\s-].*| +#.*| [|>].*| \(.*")]
    private static partial Regex Aside();

    [GeneratedRegex(@"\[[^\[\]]*\](\.\.\.)?")]
    private static partial Regex Placeholder();

    /// <summary>A small shop as a repository with history, and what the documents speak of beside it.</summary>
    public sealed class Shop : IDisposable
    {
        private readonly ScratchRepository scratch = new();

        private string Root => Path.Combine(scratch.Root, "shop");

        public Shop()
        {
            Write("api/Dockerfile", "FROM node:22\nCOPY . .\nCMD [\"node\", \"index.js\"]\n");
            Write("api/index.js", "require('http').createServer().listen(3000);\nconsole.log(process.env.DATABASE_URL);\n");
            Write("docker-compose.yml", "services:\n  api:\n    build: api\n  catalog:\n    image: alpine:3.20\n");
            Git("init", "-q", "-b", "main");
            Commit("v1.4.2");
            Write("api/Dockerfile", "FROM alpine:3.20\nCOPY missing /\n");
            Write("docker-compose.yml", "services:\n  backend:\n    image: alpine:3.20\n");
            Write("k8s/overlays/prod/kustomization.yaml", "resources: [web.yaml]\n");
            Write(
                "k8s/overlays/prod/web.yaml",
                "apiVersion: v1\nkind: Pod\nmetadata: {name: web}\nspec: {containers: [{name: web, image: 'nginx:1.29.1'}]}\n"
            );
            Commit("v1.5.0");
            Git("update-ref", "refs/remotes/origin/main", "HEAD~1");
            Write("claims.json", """{"claims": []}""");
            Write("report.md", "# Audit\n\n- `docker-compose.yml:2` is wrong\n");
            foreach (var tool in (string[])["trivy", "hadolint", "gitleaks"])
            {
                Write($"{tool}.sarif", Sarif.File(tool, [], [Sarif.Result("X1", "error", "api/Dockerfile", 2)]));
            }

            Program.Run(Root, "baseline", "create");
        }

        private void Write(string path, string text) => scratch.Write($"shop/{path}", text);

        private void Git(params string[] arguments) => ScratchRepository.Run(Root, "git", arguments);

        private void Commit(string tag)
        {
            Git("add", "-A");
            Git("-c", "user.name=t", "-c", "user.email=t@example.com", "-c", "commit.gpgsign=false", "commit", "-q", "-m", tag);
            Git("tag", tag);
        }

        public (int Code, string Error) Run(string line)
        {
            if (line.Contains("baseline create", StringComparison.Ordinal))
            {
                File.Delete(Path.Combine(Root, "seaworthy-baseline.json"));
            }

            ProcessStartInfo start = new("/bin/sh", ["-c", line])
            {
                WorkingDirectory = Root,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            };
            start.Environment["PATH"] = $"{AppContext.BaseDirectory}:{Environment.GetEnvironmentVariable("PATH")}";
            start.Environment["GITHUB_STEP_SUMMARY"] = "summary.md";
            start.Environment["GITHUB_BASE_REF"] = "main";
            using var process = Process.Start(start) ?? throw new InvalidOperationException("sh does not start");
            var output = process.StandardOutput.ReadToEndAsync();
            var error = process.StandardError.ReadToEnd();
            _ = output.Result;
            process.WaitForExit();
            return (process.ExitCode, error);
        }

        public void Dispose() => scratch.Dispose();
    }
}
