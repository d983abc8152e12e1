using Seaworthy.Model.Declared.Code;
using Xunit;

namespace Seaworthy.Tests.Reading.Code.Python;

public sealed class PythonEnvironmentTests
{
    private static IReadOnlyList<string> Reads(string text) => CodeFacts.Read("app/config.py", text).Environment();

    [Fact]
    public void An_element_at_start_is_required_a_get_is_not()
    {
        Assert.Equal(
            ["C Expected -", "D Optional 'd'", "G Optional -", "A Required -", "B Optional -", "E Expected -"],
            Reads(
                """
                import os
                a = os.environ["A"]
                try:
                    b = os.environ["B"]
                except KeyError:
                    b = None
                c = os.getenv("C")
                d = os.environ.get("D", "d")
                def handler():
                    return os.environ["E"]
                os.environ["F"] = "x"
                g = os.environ.get("G", None)
                """
            )
        );
    }

    [Fact]
    public void What_may_be_none_or_is_set_by_the_file_itself_is_optional()
    {
        Assert.Equal(
            ["A Optional -", "B Optional -", "C Optional -", "D Optional -", "E Expected -"],
            Reads(
                """
                import os
                a: Optional[str] = os.getenv("A")
                b: str | None = os.environ.get("B")
                c = os.environ.get("C")
                os.environ["C"] = "1"
                os.environ.pop("D", None)
                e: str = os.getenv("E")
                """
            )
        );
    }

    [Fact]
    public void Guards_make_a_read_required()
    {
        Assert.Equal(
            ["A Required -", "B Optional -"],
            Reads("import os\na = os.getenv('A')\nif not a:\n    raise RuntimeError('A')\nb = os.getenv('B')\nif b:\n    use(b)\n")
        );
    }

    [Fact]
    public void Lists_and_wrappers_are_followed()
    {
        Assert.Equal(
            ["A_X Required -", "B_X Required -", "C_X Optional 'c'"],
            Reads(
                """
                import os, sys
                required = ["A_X", "B_X"]
                missing = [name for name in required if not os.getenv(name)]
                if missing:
                    sys.exit(1)
                def env(key, default=None):
                    return os.environ.get(key, default)
                c = env("C_X", "c")
                """
            )
        );
    }

    [Fact]
    public void Libraries_that_read_settings_are_known()
    {
        Assert.Equal(
            ["A Required -", "B Optional 'true'"],
            Reads("from decouple import config\nA = config('A')\nB = config('B', default=True, cast=bool)\n")
        );
        Assert.Equal(
            ["DEBUG Optional 'false'", "SECRET_KEY Required -", "DATABASE_URL Optional 'sqlite://'", "DEBUG Optional -"],
            Reads(
                "import environ\nenv = environ.Env(DEBUG=(bool, False))\nS = env('SECRET_KEY')\nD = env.db('DATABASE_URL', default='sqlite://')\nG = env.bool('DEBUG')\n"
            )
        );
        Assert.Equal(["A Required -"], Reads("from starlette.config import Config\nconfig = Config('.env')\na = config('A', cast=str)\n"));
    }

    [Fact]
    public void Settings_classes_of_the_second_version_of_pydantic_are_read()
    {
        var file = CodeFacts.Read(
            "app/config.py",
            """
            from pydantic import BaseModel, Field, AliasChoices
            from pydantic_settings import BaseSettings, SettingsConfigDict

            class Database(BaseModel):
                host: str
                port: int = 5432

            class Settings(BaseSettings):
                model_config = SettingsConfigDict(env_prefix="APP_", env_nested_delimiter="__", env_file=".env")
                secret: str
                note: str | None
                debug: bool = False
                url: str = Field(default="x", validation_alias=AliasChoices("URL", "SITE_URL"))
                token: str = Field(..., env="IGNORED")
                database: Database

            settings = Settings()
            """
        );

        Assert.Equal(
            [
                "APP_SECRET Required -",
                "APP_NOTE Required -",
                "APP_DEBUG Optional 'false'",
                "URL Optional 'x'",
                "APP_TOKEN Required -",
                "APP_DATABASE__HOST Required -",
                "APP_DATABASE__PORT Optional '5432'",
            ],
            file.Environment()
        );
        Assert.Equal(["SITE_URL"], file.EnvironmentReads[3].Aliases);
        Assert.All(file.EnvironmentReads, read => Assert.True(read.IgnoresCase));
        Assert.Contains("settings = @Settings", file.Names());
        Assert.Contains("Settings.debug = $APP_DEBUG:'false'", file.Names());
        Assert.Contains("pydantic.Settings.env_file = '.env'", file.Sets());
    }

    [Fact]
    public void Settings_classes_of_the_first_version_take_none_for_optional_fields()
    {
        var file = CodeFacts.Read(
            "config.py",
            "from typing import Optional\nfrom pydantic import BaseSettings, Field\nclass S(BaseSettings):\n    a: Optional[str]\n    b: str = Field(..., env='OTHER')\n    class Config:\n        case_sensitive = True\n        env_prefix = 'X_'\n"
        );

        Assert.Equal(["X_a Optional -", "OTHER Required -"], file.Environment());
        Assert.Equal(Demand.Required, file.EnvironmentReads[1].Demand);
        Assert.False(file.EnvironmentReads[0].IgnoresCase);
    }
}
