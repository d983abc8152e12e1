using Xunit;

namespace Seaworthy.Tests.Reading.Code.Php;

public sealed class PhpEnvironmentTests
{
    [Theory]
    [InlineData("$x = getenv('A1');", "A1 Expected -")]
    [InlineData("$x = getenv('A1') ?: 'd';", "A1 Optional 'd'")]
    [InlineData("$x = getenv('A1', true) ?: 'd';", "A1 Optional 'd'")]
    [InlineData("$x = $_ENV['A1'] ?? 'd';", "A1 Optional 'd'")]
    [InlineData("$x = $_SERVER['A1'] ?? null;", "A1 Optional -")]
    [InlineData("$x = isset($_ENV['A1']) ? $_ENV['A1'] : 'd';", "A1 Optional -|A1 Expected -")]
    [InlineData("$x = env('A1', 'd');", "A1 Optional 'd'")]
    [InlineData("$x = (int) env('A1', 80);", "A1 Optional '80'")]
    [InlineData("$x = (bool) env('A1');", "A1 Optional -")]
    [InlineData("$x = \\env('A1', null);", "A1 Optional -")]
    [InlineData("$x = Env::getOrFail('A1');", "A1 Required -")]
    [InlineData("$x = getenv('A1') ?: throw new E('A1');", "A1 Required -")]
    [InlineData("$x = getenv('A1') or die('no A1');", "A1 Required -")]
    [InlineData("if (!getenv('A1')) { throw new E('A1'); }", "A1 Required -")]
    [InlineData("$x = getenv('A1');\nif (!$x) { exit(1); }", "A1 Required -")]
    [InlineData("if (getenv('A1') === 'x') { f(); }", "A1 Optional -")]
    [InlineData("$x = getenv_docker('A1', 'd');", "A1 Optional 'd'")]
    [InlineData("function get($k, $default) { return getenv($k) ?: $default; }\n$x = get('A1', 'd');", "A1 Optional 'd'")]
    [InlineData("$dotenv->required(['A1', 'A2']);", "A1 Required -|A2 Required -")]
    [InlineData("$x = $_SERVER['HTTP_HOST'];", "")]
    [InlineData("putenv('A1=x'); $_ENV['A1'] = 'y';", "")]
    [InlineData("// getenv('A1')\n# getenv('A2')\n/* getenv('A3') */", "")]
    public void A_read_knows_its_default_and_what_happens_without(string body, string expected) =>
        Assert.Equal(expected, string.Join('|', CodeFacts.Read("public/index.php", "<?php\n" + body).Environment()));

    [Fact]
    public void Configuration_names_what_every_driver_could_take() =>
        Assert.Equal(
            ["A1 Optional -", "A2 Optional 'd'"],
            CodeFacts.Read("config/services.php", "<?php return ['a' => ['b' => env('A1')], 'c' => env('A2', 'd')];").Environment()
        );

    [Fact]
    public void What_a_configuration_file_returns_has_names() =>
        Assert.Equal(
            ["a.b = $A1:'d'", "c = 'e'"],
            CodeFacts.Read("config/services.php", "<?php\nreturn [\n 'a' => ['b' => env('A1', 'd')],\n 'c' => 'e',\n];").Names()
        );

    [Fact]
    public void Outside_of_its_tags_stands_a_page()
    {
        var file = CodeFacts.Read(
            "index.php",
            "<p>it's getenv('A1')</p><?php $x = getenv('A2'); // ?>\n<b>env('A3')</b>\n<?= env('A4', 'd') ?>"
        );

        Assert.Equal(["A2", "A4"], file.EnvironmentReads.Select(read => read.Name));
    }

    [Theory]
    [InlineData("'a' . $b . \"c\"", "('a'+@$b+'c')")]
    [InlineData("\"http://$host:{$this->port}/x\"", "('http://'+@$host+':'+@$this.port+'/x')")]
    [InlineData("'App\\Http\\next'", "'App\\Http\\next'")]
    [InlineData("sprintf('%s/x', env('A1', 'd'))", "($A1:'d'+'/x')")]
    public void Texts_are_put_together(string expression, string expected) =>
        Assert.Equal(
            expected,
            CodeFacts.Text(
                CodeFacts.Read("config/x.php", $"<?php $y = {expression};").Constants.Single(constant => constant.Name == "$y").Value
            )
        );
}
