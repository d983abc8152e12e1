using Seaworthy.Model.Known;
using Xunit;

namespace Seaworthy.Tests.Model.Known;

public sealed class SimilarNameTests
{
    [Theory]
    [InlineData("CORS_ORIGINS", "CORS_ORIGIN")]
    [InlineData("JWT_EXPIRATION", "JWT_EXPIRES_IN")]
    [InlineData("SMTP_USER", "SMTP_USERNAME")]
    [InlineData("DB_SSLMODE", "DB_SSL_MODE")]
    [InlineData("DATABASE_URL", "DB_URL")]
    [InlineData("API_BASE_URL", "BASE_API_URL")]
    [InlineData("SECRET_KEY", "DJANGO_SECRET_KEY")]
    [InlineData("REDIS_PASSWORD", "REDIS_PASWORD")]
    public void Names_that_differ_in_form_mean_one_thing(string read, string given) => Assert.True(SimilarName.Means(read, given));

    [Theory]
    [InlineData("REDIS_HOST", "REDIS_PORT")]
    [InlineData("DATABASE_URL", "TEST_DATABASE_URL")]
    [InlineData("JWT_SECRET", "JWT_REFRESH_SECRET")]
    [InlineData("BUCKET_1", "BUCKET_2")]
    [InlineData("API_URL", "APP_URL")]
    [InlineData("PORT", "APP_PORT")]
    [InlineData("SMTP_HOST", "SMTP_HOST")]
    public void Names_that_differ_in_a_word_do_not(string read, string given) => Assert.False(SimilarName.Means(read, given));
}
