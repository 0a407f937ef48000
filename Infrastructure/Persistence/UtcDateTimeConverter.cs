using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace CovidSchoolReporting.Infrastructure.Persistence;

/// <summary>Instants are UTC everywhere; the database forgets the kind, so reading gives it back.</summary>
internal sealed class UtcDateTimeConverter() : ValueConverter<DateTime, DateTime>(
    written => written.ToUniversalTime(),
    read => DateTime.SpecifyKind(read, DateTimeKind.Utc));
