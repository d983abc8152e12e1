namespace Seaworthy.Model.Known;

/// <summary>Properties of Spring Boot that deployments most often set by variables. Near ones that are right are beside those that are mistaken for them.</summary>
/// <remarks>Source: Spring Boot reference, "Common Application Properties".</remarks>
public static class SpringProperties
{
    public static IReadOnlyList<string> Names { get; } =
        (
            "spring.profiles.active spring.profiles.include spring.profiles.default spring.application.name spring.application.json spring.config.location spring.config.import "
            + "spring.config.additional-location spring.config.name spring.config.activate.on-profile spring.main.web-application-type "
            + "spring.datasource.url spring.datasource.username spring.datasource.password spring.datasource.driver-class-name spring.datasource.type spring.datasource.name "
            + "spring.datasource.jndi-name spring.datasource.hikari.jdbc-url spring.datasource.hikari.username spring.datasource.hikari.password spring.datasource.hikari.maximum-pool-size "
            + "spring.datasource.hikari.minimum-idle spring.datasource.hikari.schema "
            + "spring.r2dbc.url spring.r2dbc.username spring.r2dbc.password spring.r2dbc.name "
            + "spring.jpa.hibernate.ddl-auto spring.jpa.database-platform spring.jpa.database spring.jpa.show-sql spring.jpa.generate-ddl spring.jpa.open-in-view "
            + "spring.liquibase.url spring.liquibase.user spring.liquibase.password spring.liquibase.enabled spring.liquibase.contexts "
            + "spring.flyway.url spring.flyway.user spring.flyway.password spring.flyway.enabled spring.flyway.locations spring.flyway.schemas "
            + "spring.sql.init.mode spring.sql.init.username spring.sql.init.password spring.sql.init.platform "
            + "spring.data.mongodb.uri spring.data.mongodb.host spring.data.mongodb.port spring.data.mongodb.database spring.data.mongodb.username spring.data.mongodb.password "
            + "spring.data.mongodb.authentication-database spring.mongodb.uri spring.mongodb.host spring.mongodb.database spring.mongodb.username spring.mongodb.password "
            + "spring.data.redis.url spring.data.redis.host spring.data.redis.port spring.data.redis.username spring.data.redis.password spring.data.redis.database "
            + "spring.redis.url spring.redis.host spring.redis.port spring.redis.username spring.redis.password spring.redis.database "
            + "spring.rabbitmq.host spring.rabbitmq.port spring.rabbitmq.username spring.rabbitmq.password spring.rabbitmq.virtual-host spring.rabbitmq.addresses "
            + "spring.kafka.bootstrap-servers spring.kafka.client-id spring.kafka.consumer.bootstrap-servers spring.kafka.consumer.group-id spring.kafka.producer.bootstrap-servers "
            + "spring.kafka.streams.bootstrap-servers spring.kafka.admin.bootstrap-servers "
            + "spring.elasticsearch.uris spring.elasticsearch.username spring.elasticsearch.password spring.neo4j.uri spring.cassandra.contact-points "
            + "spring.mail.host spring.mail.port spring.mail.username spring.mail.password spring.mail.protocol "
            + "spring.security.user.name spring.security.user.password spring.security.oauth2.resourceserver.jwt.issuer-uri spring.security.oauth2.resourceserver.jwt.jwk-set-uri "
            + "spring.cloud.config.uri spring.cloud.config.username spring.cloud.config.password spring.cloud.config.label "
            + "spring.zipkin.base-url spring.boot.admin.client.url spring.boot.admin.client.username spring.boot.admin.client.password "
            + "eureka.client.service-url.defaultzone eureka.client.serviceurl.defaultzone eureka.instance.hostname eureka.instance.prefer-ip-address "
            + "server.port server.address server.servlet.context-path server.forward-headers-strategy management.server.port management.server.address"
        ).Split(' ');
}
