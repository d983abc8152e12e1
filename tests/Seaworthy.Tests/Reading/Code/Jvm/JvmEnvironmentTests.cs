using Xunit;

namespace Seaworthy.Tests.Reading.Code.Jvm;

public sealed class JvmEnvironmentTests
{
    [Fact]
    public void Variables_are_read_with_their_fallbacks()
    {
        var file = CodeFacts.Read(
            "src/main/java/com/example/App.java",
            """
            public class App {
                private static final String TOKEN = System.getenv("TOKEN");
                public static void main(String[] args) {
                    String host = System.getenv().getOrDefault("HOST_NAME", "localhost");
                    String port = System.getenv("APP_PORT") != null ? System.getenv("APP_PORT") : "80";
                    String name = Optional.ofNullable(System.getenv("NAME")).orElse("n");
                }
            }
            """
        );

        Assert.False(file.IsTest);
        Assert.Equal(
            ["TOKEN Expected -", "HOST_NAME Optional 'localhost'", "APP_PORT Optional -", "APP_PORT Optional -", "NAME Optional 'n'"],
            file.Environment()
        );
    }

    [Fact]
    public void Kotlin_falls_back_with_elvis()
    {
        var file = CodeFacts.Read(
            "App.kt",
            "fun main() {\n  val a = System.getenv(\"A\") ?: \"x\"\n  val b = System.getenv()[\"B\"]\n  val c = \"$a/${System.getenv(\"C\")}\"\n}"
        );

        Assert.Contains("A Optional 'x'", file.Environment());
        Assert.Contains("B Expected -", file.Environment());
        Assert.Contains("C Expected -", file.Environment());
    }

    [Fact]
    public void Properties_are_taken_by_annotation_and_by_name()
    {
        var file = CodeFacts.Read(
            "src/main/java/Config.java",
            """
            @ConfigurationProperties(prefix = "app.mail")
            class Config {
                Config(@Value("${jwt.secret:${JWT:x}}") String secret, Environment env) { env.getProperty("a.b"); env.getRequiredProperty("c.d"); }
                @ConfigProperty(name = "greeting.message", defaultValue = "hi") String message;
                @Value("#{systemProperties['x']}") String none;
            }
            """
        );

        Assert.Equal(
            ["${a.b} False", "${c.d} True", "${jwt.secret:${JWT:x}} True", "${greeting.message:hi} True"],
            file.PropertyReads.Select(read => $"{read.Value.Raw} {read.IsStrict}")
        );
        Assert.Contains("jvm.properties = 'app.mail'", file.Sets());
    }

    [Theory]
    [InlineData("src/main/java/com/example/sample/A.java", false)]
    [InlineData("app/src/main/kotlin/org/test/A.kt", false)]
    [InlineData("src/test/java/com/shop/A.java", true)]
    [InlineData("src/integrationTest/java/com/shop/A.java", true)]
    [InlineData("examples/a/src/main/java/A.java", true)]
    public void A_package_makes_no_test(string path, bool isTest) =>
        Assert.Equal(isTest, CodeFacts.Read(path, "class A { String a = System.getenv(\"A\"); }").IsTest);

    [Fact]
    public void What_starts_the_program_is_told() =>
        Assert.Equal(
            ["jvm.main = 'spring'", "jvm.scheduled = 'spring'"],
            CodeFacts.Read("src/main/java/App.java", "@SpringBootApplication @EnableScheduling class App { }").Sets()
        );
}
