using Xunit;

namespace Seaworthy.Tests.Reading.Formats.Shell;

public sealed class ShellRobustnessTests
{
    private const string Sample = """
        #!/usr/bin/env bash
        set -euo pipefail
        ROOT="$(cd "$(dirname "$0")/.." && pwd)"
        deploy() { local tag=${1:-latest}; docker build -t "app:$tag" . || { echo 'no'; exit 1; }; }
        for i in $(seq 1 30); do curl -fsS "http://localhost:${PORT:-3000}/health" && break || sleep 2; done
        case "$1" in a|b) deploy "$@" ;; *) cat <<EOF >&2
        usage: $0 `date`
        EOF
        ;; esac
        arr=(a "b c" $((1 + 2))); [[ ${arr[0]} =~ ^(a|b)$ ]] && x <(sort y) 2>&1 | tee log &
        if ! test -f x; then cd api && npm ci; fi
        """;

    [Fact]
    public void A_script_cut_anywhere_is_read_without_fault()
    {
        for (var length = 0; length <= Sample.Length; length++)
        {
            Check(Sample[..length]);
            Check(Sample[length..]);
        }
    }

    [Fact]
    public void Random_text_is_read_without_fault()
    {
        Random random = new(7);
        const string Alphabet = "ab$(){}[]'\"`\\|&;<>\n\r\t #!=*?~-/:if then fi do done case in esac <<E ${{ }}";
        for (var round = 0; round < 3000; round++)
        {
            Check(string.Concat(Enumerable.Range(0, random.Next(80)).Select(_ => Alphabet[random.Next(Alphabet.Length)])));
        }
    }

    private static void Check(string text)
    {
        var syntax = ShellText.Read(text);
        foreach (
            var span in syntax
                .Commands.Select(command => command.Span)
                .Concat(syntax.Commands.SelectMany(command => command.Words).Select(word => word.Span))
                .Concat(syntax.Problems.Select(problem => problem.Span))
        )
        {
            Assert.InRange(span.Start, 0, text.Length);
            Assert.InRange(span.End, span.Start, text.Length);
        }
    }
}
