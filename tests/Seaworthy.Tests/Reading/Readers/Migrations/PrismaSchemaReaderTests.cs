using Seaworthy.Model.Declared.Migrations;
using Seaworthy.Model.Source;
using Seaworthy.Reading.Readers;
using Seaworthy.Reading.Readers.Migrations.Configurations;
using Xunit;

namespace Seaworthy.Tests.Reading.Readers.Migrations;

public sealed class PrismaSchemaReaderTests
{
    [Fact]
    public void The_data_source_names_provider_and_variables()
    {
        var schema = Read(
            """
            generator client {
              provider      = "prisma-client-js"
              binaryTargets = ["native", "linux-musl-openssl-3.0.x"]
              output        = "../generated" // beside
            }

            datasource db {
              provider  = "postgresql"
              url       = env("DATABASE_URL") // pooled
              directUrl = env("DIRECT_URL")
            }

            model User { id Int @id @default(autoincrement()) }
            """
        );

        Assert.NotNull(schema);
        Assert.Equal(("postgresql", 8), (schema.Provider?.Value, schema.Provider?.Span.StartLine));
        Assert.Equal("../generated", schema.Output?.Value);
    }

    [Fact]
    public void A_literal_address_is_kept()
    {
        Assert.Equal("file:./dev.db", Read("datasource db {\n  provider = \"sqlite\"\n  url = \"file:./dev.db\"\n}\n")?.Url?.Value);
    }

    [Fact]
    public void A_file_of_models_alone_configures_nothing()
    {
        Assert.Null(Read("model User {\n  id Int @id\n}\n", "prisma/user.prisma"));
    }

    private static MigrationConfiguration? Read(string text, string path = "prisma/schema.prisma") =>
        (MigrationConfiguration?)new PrismaSchemaReader().Read(new FileSyntax(new SourceFile(path, text)));
}
