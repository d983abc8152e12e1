using Seaworthy.Model.Source;
using Seaworthy.Reading.Formats.Shell;
using Xunit;

namespace Seaworthy.Tests.Reading.Formats.Shell;

public sealed class ShellParserTests
{
    [Fact]
    public void A_command_knows_the_arm_of_its_case()
    {
        var commands = ShellText.Read("case \"$1\" in\n a|'b c') x;;\n (*) y ;;\nesac\nz").Commands;

        Assert.Equal(["a|b c", "*", ""], commands.Select(command => string.Join('|', command.Arm?.Patterns ?? [])));
        Assert.Equal("\"$1\"", commands[0].Arm?.Subject);
    }

    [Theory]
    [InlineData("a; b && c || d | e &\nf", new[] { "a", "b", "c", "d", "e", "f" })]
    [InlineData("if a; then b; elif c; then d; else e; fi", new[] { "a", "b", "c", "d", "e" })]
    [InlineData("if a\nthen\n b\nfi\nc", new[] { "a", "b", "c" })]
    [InlineData("if a; then\\\n\tb; \\\nelse c; fi", new[] { "a", "b", "c" })]
    [InlineData("for x in 1 2; do a; done", new[] { "a" })]
    [InlineData("for ((i=0; i<3; i++)); do a; done", new[] { "a" })]
    [InlineData("for x\ndo a; done", new[] { "a" })]
    [InlineData("while a; do b; done < file", new[] { "a", "b" })]
    [InlineData("until a\ndo b\ndone", new[] { "a", "b" })]
    [InlineData("select x in p q; do a; done", new[] { "a" })]
    [InlineData("case \"$1\" in\n a|b) c;; (d) e ;;\n *)\n f\nesac\ng", new[] { "c", "e", "f", "g" })]
    [InlineData("case x in a) b ;; esac | c", new[] { "b", "c" })]
    [InlineData("( a; b ) && { c; d; }", new[] { "a", "b", "c", "d" })]
    [InlineData("f() { a; }\nfunction g { b; }\nfunction h() ( c )\nf", new[] { "a", "b", "c", "f" })]
    [InlineData("! a && time b", new[] { "a", "b" })]
    [InlineData("echo $(a $(b)) `c`", new[] { "b", "a|$(b)", "c", "echo|$(a $(b))|`c`" })]
    [InlineData("X=$(a) Y=b c", new[] { "a", "c" })]
    [InlineData("((x++)); a", new[] { "a" })]
    [InlineData("[[ $a == b* && ( -f c || $d =~ ^(e|f)$ ) ]] && g", new[] { "[[|$a|==|b*|&&|(|-f|c||||$d|=~|^(e|f)$|)|]]", "g" })]
    [InlineData("a |\n b &&\n # why\n c", new[] { "a", "b", "c" })]
    [InlineData("#!/bin/sh\n# c\n\na # b", new[] { "a" })]
    [InlineData("a\r\nif b\r\nthen\r\n c\r\nfi\r\n", new[] { "a", "b", "c" })]
    [InlineData("if [ '${{ inputs.x }}' = 'y' ]; then a ${{ secrets.A }}; fi", new[] { "[|'${{ inputs.x }}'|=|y|]", "a|${{ secrets.A }}" })]
    [InlineData("a > out 2>&1 <in b", new[] { "a|b" })]
    [InlineData("arr=(a $(b) c)\nd \"${arr[@]}\"", new[] { "b", "", "d|\"${arr[@]}\"" })]
    public void Every_simple_command_is_found_in_order(string text, string[] expected)
    {
        var syntax = ShellText.Read(text);
        Assert.Empty(syntax.Problems);
        Assert.Equal(
            expected,
            syntax
                .Commands.Where(command => command.Words.Count > 0 || text.StartsWith("arr", StringComparison.Ordinal))
                .Select(ShellText.Show)
        );
    }

    [Fact]
    public void Joints_tell_what_came_before()
    {
        Assert.Equal([";", "&&", "||", "|", ";"], ShellText.Parse("a && b || c | d; e").Select(command => command.Joint));
    }

    [Theory]
    [InlineData("A=${A:-'x}y(z'}\nnext")]
    [InlineData("A=${A:-\"rm -rf /,:(){ :|:& };:\"}\nnext")]
    [InlineData("A=\"${A:-it's}\"\nnext")]
    public void A_brace_in_a_quoted_default_closes_nothing(string text)
    {
        var syntax = ShellText.Read(text);
        Assert.Empty(syntax.Problems);
        Assert.Equal("next", syntax.Commands[^1].Program);
    }

    [Theory]
    [InlineData("coproc LOCK {\n  psql -X\n}\nnext")]
    [InlineData("coproc psql -X; next")]
    [InlineData("coproc { psql -X; }; next")]
    public void A_coprocess_runs_its_command_whether_it_has_a_name_or_not(string text)
    {
        var syntax = ShellText.Read(text);
        Assert.Empty(syntax.Problems);
        Assert.Equal(["psql", "next"], syntax.Commands.Select(command => command.Program));
    }

    [Fact]
    public void Assignments_carry_value_and_export()
    {
        var commands = ShellText.Parse("A=1 B=\"x y\" run\nC=3\nexport D=4 E\ndeclare -x F=5\nlocal G=$(pwd)");
        var shown = commands
            .SelectMany(command => command.Assignments)
            .Select(a => $"{a.Name}={a.Value?.Literal ?? a.Value?.Raw}{(a.IsExported ? "!" : "")}");
        Assert.Equal(["A=1!", "B=x y!", "C=3", "D=4!", "E=!", "F=5!", "G=$(pwd)"], shown);
        Assert.Equal("B=\"x y\"", commands[0].Assignments[1].Span.Text);
        Assert.Equal("\"x y\"", commands[0].Assignments[1].Value?.Span.Text);
    }

    [Fact]
    public void Here_documents_belong_to_their_redirects()
    {
        var commands = ShellText.Parse("cat <<A <<-'B' > out\none $(date)\nA\n\ttwo $(no)\n\tB\nnext");
        var cat = commands.Single(command => command.Program == "cat");
        Assert.Equal(["one $(date)\n", "two $(no)\n", null], cat.Redirects.Select(redirect => redirect.HereDocument));
        Assert.Equal(["date", "cat", "next"], commands.Select(command => command.Program));
        Assert.Equal("out", cat.Redirects[2].Target.Literal);
    }

    [Theory]
    [InlineData("npm ci || true; x", true)]
    [InlineData("npm ci || :; x", true)]
    [InlineData("npm ci || echo failed; x", true)]
    [InlineData("npm ci || exit 0; x", true)]
    [InlineData("npm ci || { echo failed; true; }; x", true)]
    [InlineData("warn() { echo \"$1\"; }\nnpm ci || warn failed; x", true)]
    [InlineData("npm ci || npm install || true", true)]
    [InlineData("npm ci && x || true", true)]
    [InlineData("(npm ci; x) || true", true)]
    [InlineData("npm ci || exit 1", false)]
    [InlineData("npm ci || { echo failed; exit 1; }", false)]
    [InlineData("die() { echo \"$1\"; exit 1; }\nnpm ci || die failed", false)]
    [InlineData("npm ci || npm install", false)]
    [InlineData("x || true; npm ci", false)]
    public void A_failure_is_masked_by_a_branch_that_always_succeeds(string text, bool expected)
    {
        Assert.Equal(expected, ShellText.Parse(text).First(command => command.Program == "npm").FailureIsMasked);
    }

    [Theory]
    [InlineData("x", false)]
    [InlineData("a && x", false)]
    [InlineData("a || x", true)]
    [InlineData("[ -f y ] && x", true)]
    [InlineData("command -v y && x", true)]
    [InlineData("! a && x", true)]
    [InlineData("if x; then a; fi", false)]
    [InlineData("if a; then x; fi", true)]
    [InlineData("if a; then b; else x; fi", true)]
    [InlineData("for i in 1; do x; done", true)]
    [InlineData("until x; do sleep 1; done", false)]
    [InlineData("case $a in b) x;; esac", true)]
    [InlineData("{ x; }", false)]
    [InlineData("echo $(x)", false)]
    public void Conditional_is_what_may_not_run_although_all_before_succeeds(string text, bool expected)
    {
        Assert.Equal(expected, ShellText.Parse(text).First(command => command.Program == "x").IsConditional);
    }

    [Theory]
    [InlineData("set -e; x", true)]
    [InlineData("set -euo pipefail\nx", true)]
    [InlineData("set -o errexit\nx", true)]
    [InlineData("set -u -e; x", true)]
    [InlineData("set -uo pipefail; x", false)]
    [InlineData("set -e; set +e; x", false)]
    [InlineData("(set -e); x", false)]
    [InlineData("f() { x; }\nset -e\nf", true)]
    public void Errexit_is_followed(string text, bool expected)
    {
        Assert.Equal(expected, ShellText.Parse(text).First(command => command.Program == "x").StopsOnError);
    }

    [Fact]
    public void Functions_name_the_commands_of_their_bodies()
    {
        var syntax = ShellText.Read("deploy() {\n  kubectl apply -f k8s/\n}\ndeploy");
        Assert.Equal("deploy", syntax.Commands[0].Function);
        Assert.Null(syntax.Commands[1].Function);
        Assert.Equal("deploy", Assert.Single(syntax.Functions).Span.Text);
    }

    [Fact]
    public void Loops_and_conditions_are_told()
    {
        var commands = ShellText.Parse("until curl -f localhost; do sleep 1; done; server & if a; then b; fi");
        Assert.Equal(["until", "until", null, null, null], commands.Select(command => command.Loop));
        Assert.Equal([true, false, false, true, false], commands.Select(command => command.IsCondition));
        Assert.Equal([false, false, true, false, false], commands.Select(command => command.IsBackground));
    }

    [Theory]
    [InlineData("echo 'a", "single quote is never closed")]
    [InlineData("echo \"a", "double quote is never closed")]
    [InlineData("if a; then b", "'if' lacks its 'fi'")]
    [InlineData("a; fi", "unexpected 'fi'")]
    [InlineData("(a", "parenthesis is never closed")]
    [InlineData("cat <<EOF\nx", "here-document is never ended by a line 'EOF'")]
    public void Broken_text_is_reported(string text, string message)
    {
        Assert.Equal(message, Assert.Single(ShellText.Read(text).Problems).Message);
    }

    [Fact]
    public void Places_lead_back_through_a_mapped_text()
    {
        SourceFile yaml = new("w.yaml", "run: |\n  cd api\n  npm test\n");
        var commands = ShellParser.Parse(new MappedText("cd api\nnpm test\n", yaml, [new(0, 9), new(7, 18)]));
        Assert.Equal(("npm test", 3, "api"), (commands[1].Span.Text, commands[1].Span.StartLine, commands[1].Directory));
    }
}
