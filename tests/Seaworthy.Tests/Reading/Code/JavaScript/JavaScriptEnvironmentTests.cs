using Seaworthy.Model.Declared.Code;
using Xunit;

namespace Seaworthy.Tests.Reading.Code.JavaScript;

public sealed class JavaScriptEnvironmentTests
{
    private static IReadOnlyList<string> Reads(string text) => CodeFacts.Read("src/config.ts", text).Environment();

    [Fact]
    public void Modules_of_SvelteKit_are_the_environment()
    {
        var file = CodeFacts.Read(
            "src/lib/server/db.ts",
            """
            import { env } from '$env/dynamic/private';
            import { SIGNING_KEY, STRIPE_KEY as stripe } from '$env/static/private';
            import { PUBLIC_API } from '$env/static/public';
            export const url = env.DATABASE_URL;
            export const pool = env.POOL_SIZE ?? '5';
            """
        );

        Assert.Equal(
            [
                "DATABASE_URL Expected -",
                "POOL_SIZE Optional '5'",
                "SIGNING_KEY Expected - build",
                "STRIPE_KEY Expected - build",
                "PUBLIC_API Expected - build",
            ],
            file.Environment()
        );
        Assert.Empty(CodeFacts.Read("src/a.ts", "import { env } from './config';\nfetch(env.API_URL);").EnvironmentReads);
    }

    [Fact]
    public void Components_with_a_page_around_them_read_variables_in_scripts_and_templates()
    {
        var file = CodeFacts.Read(
            "src/pages/index.astro",
            """
            ---
            const api = import.meta.env.API_URL || 'http://localhost:1';
            ---
            <p>{import.meta.env.SITE_NAME} {import.meta.env.SITE_TITLE}</p>
            """
        );

        Assert.Equal(["API_URL", "SITE_NAME", "SITE_TITLE"], file.EnvironmentReads.Select(read => read.Name));
    }

    [Fact]
    public void What_the_code_does_without_a_value_tells_the_demand()
    {
        Assert.Equal(
            [
                "A Optional 'x'",
                "B Optional -",
                "C Expected -",
                "D Required -",
                "E Optional -",
                "F Required -",
                "G Optional 'y'",
                "H Optional -",
                "G Optional -",
            ],
            Reads(
                """
                const a = process.env.A || 'x';
                const b = process.env.B === 'true';
                use(process.env.C);
                if (!process.env.D) { throw new Error('D is missing'); }
                if (process.env.E) { enable(); }
                const f = process.env.F;
                if (!f) process.exit(1);
                const g = process.env.G ? process.env['G'] : 'y';
                const h = process.env.H;
                if (h) connect(h);
                """
            )
        );
    }

    [Fact]
    public void Destructured_names_are_read()
    {
        Assert.Equal(
            ["PORT Optional '3000'", "SECRET Required -"],
            Reads("const { PORT = 3000, SECRET: key } = process.env;\nif (!key) throw new Error();")
        );
    }

    [Fact]
    public void Lists_of_names_that_a_loop_checks_are_required()
    {
        Assert.Equal(
            ["A_X Required -", "B_X Required -", "C_X Required -", "D_X Required -"],
            Reads(
                """
                const required = ['A_X', 'B_X'];
                for (const name of required) { if (!process.env[name]) { throw new Error(name); } }
                const missing = ['C_X', 'D_X'].filter((key) => !process.env[key]);
                if (missing.length > 0) { console.error(missing); process.exit(1); }
                """
            )
        );
    }

    [Fact]
    public void A_table_of_variables_tells_which_are_required_and_their_defaults()
    {
        Assert.Equal(
            ["URL Expected -", "PORT Optional '5000'", "KEY Optional -"],
            Reads(
                """
                const table = { URL: { required: true }, PORT: { required: true, default: 5000 }, KEY: { required: false } };
                for (const [name, rule] of Object.entries(table)) { const value = process.env[name]; report(value); }
                """
            )
        );
    }

    [Fact]
    public void Calls_of_a_function_that_reads_by_name_are_reads()
    {
        Assert.Equal(
            ["A_X Required -", "B_X Optional 'b'"],
            Reads(
                """
                function must(name) { const value = process.env[name]; if (!value) throw new Error(name); return value; }
                const get = (key, fallback) => process.env[key] || fallback;
                const config = { a: must('A_X'), b: get('B_X', 'b') };
                """
            )
        );
    }

    [Fact]
    public void Names_that_bundlers_replace_are_read_at_build_time()
    {
        Assert.Equal(
            ["VITE_API Optional '/' build", "NEXT_PUBLIC_X Expected - build", "SERVER_X Expected -"],
            Reads(
                "const a = import.meta.env.VITE_API || '/';\nconst b = import.meta.env.DEV;\nuse(process.env.NEXT_PUBLIC_X, process.env.SERVER_X);"
            )
        );
    }

    [Fact]
    public void Writes_are_no_reads()
    {
        Assert.Empty(Reads("process.env.A = '1';\ndelete process.env.B;\n// process.env.C\nconst text = 'process.env.D';"));
    }

    [Fact]
    public void Schemas_tell_defaults_and_demands()
    {
        Assert.Equal(
            ["A_X Required -", "B_X Optional '80'", "C_X Optional -"],
            Reads(
                "import { z } from 'zod';\nconst schema = z.object({ A_X: z.string().url(), B_X: z.coerce.number().default(80), C_X: z.string().optional() });\nschema.parse(process.env);"
            )
        );
        Assert.Equal(
            ["A_X Required -", "B_X Optional '80'"],
            Reads(
                "import { cleanEnv, str, port } from 'envalid';\nexport const env = cleanEnv(process.env, { A_X: str(), B_X: port({ default: 80 }) });"
            )
        );
        Assert.Equal(
            ["A_X Required -", "B_X Optional '80'", "C_X Optional -"],
            Reads(
                "import * as Joi from 'joi';\nexport const s = Joi.object({ A_X: Joi.string().required(), B_X: Joi.number().default(80), C_X: Joi.string() });"
            )
        );
    }

    [Fact]
    public void A_request_body_in_lower_case_is_no_schema_of_the_environment()
    {
        Assert.Empty(Reads("import { z } from 'zod';\nconst body = z.object({ email: z.string(), A: z.string() });"));
    }

    [Fact]
    public void Nests_service_reads_variables_in_capitals()
    {
        Assert.Equal(
            ["PORT Optional '3000'", "KEY Required -"],
            Reads(
                "import { ConfigService } from '@nestjs/config';\nconst p = this.configService.get<number>('PORT', 3000);\nconfig.getOrThrow('KEY');\nconfig.get('database.host');"
            )
        );
    }

    [Fact]
    public void Fallbacks_are_aliases()
    {
        var read = CodeFacts.Read("a.js", "x(process.env.A || process.env.B)").EnvironmentReads[0];

        Assert.Equal(["B"], read.Aliases);
        Assert.Equal("process.env.A", read.Span.Text);
        Assert.Equal(3, read.Span.StartColumn);
        Assert.Equal(Demand.Optional, read.Demand);
    }

    [Theory]
    [InlineData("export const limit = number(process.env.LIMIT, 40);", Demand.Optional)]
    [InlineData("export const limit = number(\n  process.env.LIMIT,\n  40,\n);", Demand.Optional)]
    [InlineData("export const secure = flag(process.env.LIMIT) ?? true;", Demand.Optional)]
    [InlineData("export const secure = flag(process.env.LIMIT) ?? process.exit(1);", Demand.Required)]
    [InlineData("export const limit = parseInt(process.env.LIMIT, 10);", Demand.Expected)]
    [InlineData("export const client = connect(process.env.LIMIT, options);", Demand.Expected)]
    public void What_is_handed_over_with_a_value_to_fall_back_to_is_optional(string source, Demand demand) =>
        Assert.Equal(demand, Assert.Single(CodeFacts.Read("limits.ts", source).EnvironmentReads).Demand);

    [Theory]
    [InlineData(
        "const connection = process.env.URL\n  ? process.env.URL\n  : {\n    port: 5432,\n    host: process.env.LIMIT,\n  };",
        Demand.Optional
    )]
    [InlineData("const connection = isShort ? {} : { host: process.env.LIMIT };", Demand.Expected)]
    public void A_branch_that_another_variable_chooses_is_optional(string source, Demand demand) =>
        Assert.Equal(demand, CodeFacts.Read("knexfile.ts", source).EnvironmentReads.Single(read => read.Name == "LIMIT").Demand);
}
